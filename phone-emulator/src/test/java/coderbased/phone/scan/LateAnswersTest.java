package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.net.ProblemException;
import coderbased.fx.Times;
import coderbased.phone.PlayedPhone;
import coderbased.phone.devices.DevicesViewModel;
import coderbased.phone.link.LinkHistoryScreenTest;
import coderbased.phone.link.LinkHistoryViewModel;
import coderbased.phone.link.NewLinkScreenTest;
import coderbased.phone.link.NewLinkViewModel;
import coderbased.phone.signin.SignInViewModel;
import coderbased.protocol.AuthHttp.Devices;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestToken;
import coderbased.protocol.LinkEntry.What;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.Problem;
import coderbased.protocol.QrText;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

/** Tests of late answers: they belong to their request, not to the screen at that time. */
class LateAnswersTest {

    private static final Times TIMES = new Times(Clock.fixed(PlayedPhone.NOON, ZoneOffset.UTC));
    private static final GuestToken OTHER = new GuestToken("N0DE", "0123456789ABCDEFGHJKMNPQRS");

    private final PlayedPhone phone = PlayedPhone.signedIn();

    @Test
    void olderHistoryIsNotTakenForAForgery() {
        LinkHistoryViewModel viewModel = new LinkHistoryViewModel(
                phone, PlayedPhone.ADA.accountId(), new SimpleStringProperty(""), Runnable::run, TIMES);
        CompletableFuture<LinkHistory> slow = new CompletableFuture<>();
        phone.history = slow;
        viewModel.refresh();
        LinkHistory newer = LinkHistoryScreenTest.history(What.SHOWN, What.SCANNED, What.LINKED);
        phone.history = CompletableFuture.completedFuture(newer);
        viewModel.refresh();
        slow.complete(new LinkHistory(newer.entries().subList(0, 1)));
        assertEquals("", viewModel.problem().get());
        assertEquals(3, viewModel.rows().size());
    }

    @Test
    void olderDeviceListIsIgnored() {
        DevicesViewModel viewModel = new DevicesViewModel(phone, Runnable::run, TIMES);
        CompletableFuture<Devices> slow = new CompletableFuture<>();
        phone.devices = slow;
        viewModel.refresh();
        phone.devices = CompletableFuture.completedFuture(new Devices(List.of(), List.of(), 5));
        viewModel.refresh();
        slow.complete(new Devices(List.of(PlayedPhone.device("d1", "Kiosk", true)), List.of(), 5));
        assertEquals(List.of(), viewModel.rows());
    }

    @Test
    void lateAnswerLeavesTheNextQuestionOpen() {
        NewLinkViewModel viewModel = new NewLinkViewModel(phone, Runnable::run, TIMES);
        phone.newLinks(NewLinkScreenTest.link("s1", "Kiosk"));
        CompletableFuture<Void> slow = new CompletableFuture<>();
        phone.change = slow;
        viewModel.mine();
        phone.newLinks(NewLinkScreenTest.link("s2", "Library"), NewLinkScreenTest.link("s1", "Kiosk"));
        slow.complete(null);
        assertTrue(
                viewModel.question().get().startsWith("“Library”"),
                viewModel.question().get());
    }

    @Test
    void lateFailureIsNotShownForTheNextQuestion() {
        NewLinkViewModel viewModel = new NewLinkViewModel(phone, Runnable::run, TIMES);
        phone.newLinks(NewLinkScreenTest.link("s1", "Kiosk"));
        CompletableFuture<Void> slow = new CompletableFuture<>();
        phone.change = slow;
        viewModel.mine();
        phone.newLinks(NewLinkScreenTest.link("s2", "Library"));
        slow.completeExceptionally(new ProblemException(Problem.of(ErrorCode.TRY_LATER, "Not now.")));
        assertEquals("", viewModel.problem().get());
    }

    @Test
    void refusalOfATypedCodeIsNotShownForAScannedOne() {
        List<LinkOffer> offers = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        CodeClaims claims =
                new CodeClaims(phone, new SimpleStringProperty(""), Runnable::run, offers::add, refusals::add);
        QrText.Ours scanned = new QrText.Ours(OTHER);
        phone.offer = PlayedPhone.refusal(ErrorCode.CODE_EXPIRED, "That code has expired.");
        claims.scanned(scanned);
        phone.offer = PlayedPhone.refusal(ErrorCode.NOT_FOUND, "There is no such code.");
        claims.typed("ABCDEFGH");
        claims.scanned(scanned);
        assertEquals(List.of("That code has expired.", "There is no such code.", "That code has expired."), refusals);
    }

    @Test
    void lateRefusalOfTheOtherFormIsShownBelowTheForm() {
        SignInViewModel form =
                new SignInViewModel(phone, java.net.URI.create("http://127.0.0.1:7070"), Runnable::run, uri -> {});
        form.switchForm();
        form.handle().set("ada");
        form.name().set("Ada");
        form.password().set("correct horse");
        form.submit();
        form.switchForm();
        phone.account.completeExceptionally(
                new ProblemException(Problem.of(ErrorCode.HANDLE_TAKEN, "That handle is taken.")));
        assertEquals("", form.handleProblem().get());
        assertEquals("That handle is taken.", form.problem().get());
    }
}
