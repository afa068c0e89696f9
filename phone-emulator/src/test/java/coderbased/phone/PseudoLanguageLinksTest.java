package coderbased.phone;

import coderbased.phone.link.LinkHistoryScreenTest;
import coderbased.phone.link.NewLinkScreenTest;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.AuthHttp.Device;
import coderbased.protocol.AuthHttp.Devices;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LinkStatus.Step;
import coderbased.protocol.LogoutReason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every screen of links and linked devices in the pseudo-language: no sentence was left in code. */
class PseudoLanguageLinksTest {

    @RegisterExtension
    final PseudoLanguage language = new PseudoLanguage();

    @Test
    void link() throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedIn())) {
            screen.phone.offer = CompletableFuture.completedFuture(withPassword(PlayedPhone.offer("42", false)));
            screen.typeCode();
            screen.clock.turn(Duration.ofSeconds(1));
            screen.click("#" + PhoneIds.LINK_APPROVE).awaitShown("#" + PhoneIds.LINK_PROBLEM);
            language.look(screen);
            screen.type("#" + PhoneIds.LINK_PASSWORD, "пароль").click("#" + PhoneIds.LINK_APPROVE);
            language.look(screen);
            for (Step step : List.of(Step.WAITING, Step.APPROVED, Step.LINKED)) {
                screen.phone.tell(new LinkStatus("L1", step, null, "Office PC"));
                language.look(screen);
            }
            screen.click("#" + PhoneIds.LINK_DONE);
            screen.phone.offer = CompletableFuture.completedFuture(PlayedPhone.offer(null, true));
            for (LinkEnd end : LinkEnd.values()) {
                screen.typeCode();
                screen.clock.turn(Duration.ofSeconds(1));
                language.look(screen);
                screen.phone.tell(new LinkStatus("L1", Step.ENDED, end, null));
                screen.awaitShown("#" + PhoneIds.LINK_DONE);
                language.look(screen);
                screen.click("#" + PhoneIds.LINK_DONE);
            }
        }
    }

    @Test
    void devices() throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedIn())) {
            screen.phone.devices = new CompletableFuture<>();
            screen.click("#" + PhoneIds.TAB_DEVICES);
            language.look(screen);
            screen.phone.devices.complete(new Devices(List.of(), List.of(), 5));
            screen.awaitShown("#" + PhoneIds.DEVICES_EMPTY);
            language.look(screen);
            screen.phone.devices = CompletableFuture.completedFuture(new Devices(
                    Stream.concat(
                                    Stream.of(
                                            PlayedPhone.device("d1", "Office PC", true),
                                            PlayedPhone.device("d2", "Kiosk", false, true)),
                                    limited())
                            .toList(),
                    Arrays.stream(LogoutReason.values())
                            .flatMap(reason -> Stream.of(-1, 41, 1_250, 100_000)
                                    .map(wiped -> PlayedPhone.loggedOut("Library", reason, wiped)))
                            .toList(),
                    20));
            screen.phone.devicesChanged();
            screen.awaitShown(".device-card");
            language.look(screen);
            screen.click(".device-log-out");
            language.look(screen);
            screen.click("#" + PhoneIds.CONFIRM_NO).click("#" + PhoneIds.DEVICES_LOG_OUT_ALL);
            language.look(screen);
            screen.click("#" + PhoneIds.CONFIRM_NO).click(".device-rename");
            language.look(screen);
        }
    }

    @Test
    void historyAndNewLinks() throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedIn())) {
            screen.click("#" + PhoneIds.TAB_DEVICES).click("#" + PhoneIds.DEVICES_HISTORY);
            screen.awaitShown("#" + PhoneIds.HISTORY_EMPTY);
            language.look(screen);
            screen.click("#" + PhoneIds.HISTORY_BACK);
            LinkHistory all = LinkHistoryScreenTest.history(LinkEntry.What.values());
            screen.phone.history = CompletableFuture.completedFuture(all);
            screen.click("#" + PhoneIds.DEVICES_HISTORY).awaitShown("#" + PhoneIds.HISTORY_NOTICE);
            language.look(screen);
            screen.click("#" + PhoneIds.HISTORY_BACK);
            screen.phone.history = CompletableFuture.completedFuture(
                    new LinkHistory(all.entries().subList(0, 1)));
            screen.click("#" + PhoneIds.DEVICES_HISTORY).awaitShown("#" + PhoneIds.HISTORY_PROBLEM);
            language.look(screen);
            screen.click("#" + PhoneIds.HISTORY_BACK);
            screen.phone.newLinks(NewLinkScreenTest.link("s1", "Kiosk"));
            screen.click("#" + PhoneIds.NEW_LINK_NO);
            language.look(screen);
            screen.click("#" + PhoneIds.CONFIRM_YES).awaitShown("#" + PhoneIds.NEW_LINK_ADVICE);
            language.look(screen);
        }
    }

    private static Stream<Device> limited() {
        return Stream.of(true, false)
                .flatMap(readOnly -> Stream.of(true, false)
                        .flatMap(withoutHistory -> Stream.of(PlayedPhone.NOON.plusSeconds(60), null)
                                .map(until -> new LinkChoices(until, readOnly, withoutHistory))))
                .map(choices -> {
                    Device full = PlayedPhone.device("d" + choices.hashCode(), "Office PC", false);
                    return new Device(
                            full.id(),
                            full.facts(),
                            full.linkedAt(),
                            full.lastActiveAt(),
                            full.address(),
                            full.connected(),
                            choices,
                            full.frozen());
                });
    }

    private static LinkOffer withPassword(LinkOffer offer) {
        return new LinkOffer(
                offer.linkId(),
                offer.claimed(),
                offer.address(),
                offer.sameNetwork(),
                offer.checkNumber(),
                offer.expiresInMillis(),
                true);
    }
}
