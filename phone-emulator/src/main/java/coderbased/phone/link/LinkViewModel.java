package coderbased.phone.link;

import coderbased.client.PhoneClient;
import coderbased.client.net.Subscription;
import coderbased.fx.text.SafeText;
import coderbased.phone.parts.Refusal;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * One computer asks to be linked: what the person has to know, their answer, and what becomes of it.
 *
 * <p>Hop 6 of the Guest Token's way. Nothing is approved by accident: an answer that comes before the sheet has been
 * in front of the person for {@link #BEFORE_ANSWERS} is none.
 */
public final class LinkViewModel implements AutoCloseable {

    /** How long the sheet has to have been shown before an answer counts. */
    static final Duration BEFORE_ANSWERS = Duration.ofMillis(600);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);

    private final PhoneClient client;
    private final LinkOffer offer;
    private final Executor fx;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Instant expiresAt;
    private final Subscription subscription;
    private final ReadOnlyObjectWrapper<LinkProgress> progress =
            new ReadOnlyObjectWrapper<>(new LinkProgress.Asking(""));
    private final LinkGrant grant = new LinkGrant();
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper passwordNeeded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");
    private @Nullable Instant shownAt;
    private Instant lastAsked;

    public LinkViewModel(PhoneClient client, LinkOffer offer, Executor fx, Clock clock) {
        this.client = client;
        this.offer = offer;
        this.fx = fx;
        this.clock = clock;
        this.zone = clock.getZone();
        this.lastAsked = clock.instant();
        this.expiresAt = lastAsked.plusMillis(offer.expiresInMillis());
        this.passwordNeeded.set(offer.needsPassword());
        this.subscription = client.onLink(status -> fx.execute(() -> hear(status)));
        tick();
    }

    /** What the server saw, beside {@link #sameNetwork}. */
    public List<Fact> seen() {
        return List.of(new Fact("Address", offer.address()));
    }

    /** Whether the server saw phone and computer on one network. */
    public boolean sameNetwork() {
        return offer.sameNetwork();
    }

    /** What the computer says of itself. Nobody checked it. */
    public List<Fact> claimed() {
        return List.of(
                new Fact("Name", quoted(offer.claimed().name())),
                new Fact("App", quoted(offer.claimed().app())),
                new Fact("System", quoted(offer.claimed().os())));
    }

    /** The two digits to type on the computer; null where none are asked for. */
    public @Nullable String checkNumber() {
        return offer.checkNumber();
    }

    /** What the computer may do once it is in. Set by the person. */
    public LinkGrant grant() {
        return grant;
    }

    /** Whether the person has to type their password, for they did so a while ago. */
    public ReadOnlyBooleanProperty passwordNeeded() {
        return passwordNeeded.getReadOnlyProperty();
    }

    /** The password. Set by typing. */
    public StringProperty password() {
        return password;
    }

    /** How far it has come. */
    public ReadOnlyObjectProperty<LinkProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** How long the person still has, in words; empty once it does not matter. */
    public ReadOnlyStringProperty timeLeft() {
        return timeLeft.getReadOnlyProperty();
    }

    /** The sheet is in front of the person now. */
    public void shown() {
        if (shownAt == null) {
            shownAt = clock.instant();
        }
    }

    /** Whether the sheet has been in front of the person for long enough that a press is meant. */
    public boolean acceptsAnswers() {
        return shownAt != null && !clock.instant().isBefore(shownAt.plus(BEFORE_ANSWERS));
    }

    /** The person lets the computer in. */
    public void approve() {
        answer(true);
    }

    /** The person does not. */
    public void deny() {
        answer(false);
    }

    /** Time has passed: counts down, and asks the server where it has been silent for a while. */
    public void tick() {
        Duration left = Duration.between(clock.instant(), expiresAt);
        boolean open = !progress.get().isOver();
        timeLeft.set(open && left.isPositive() ? words(left) : "");
        if (open && clock.instant().isAfter(lastAsked.plus(BETWEEN_QUESTIONS))) {
            lastAsked = clock.instant();
            client.link(offer.linkId()).whenCompleteAsync((status, failure) -> askedAgain(status, failure), fx);
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void answer(boolean yes) {
        if (yes && passwordNeeded.get() && password.get().isEmpty()) {
            if (acceptsAnswers() && progress.get() instanceof LinkProgress.Asking) {
                progress.set(new LinkProgress.Asking("Type your password to link a computer."));
            }
            return;
        }
        if (acceptsAnswers() && progress.get() instanceof LinkProgress.Asking) {
            progress.set(new LinkProgress.Sending(yes));
            CompletableFuture<LinkStatus> call =
                    yes ? client.approve(offer.linkId(), approval()) : client.deny(offer.linkId());
            call.whenCompleteAsync((status, failure) -> answered(status, failure), fx);
        }
    }

    private AuthHttp.Approval approval() {
        String typed = password.get();
        return new AuthHttp.Approval(grant.choices(clock.instant(), zone), typed.isEmpty() ? null : typed);
    }

    private void answered(@Nullable LinkStatus status, @Nullable Throwable failure) {
        if (status != null) {
            hear(status);
        } else if (failure != null && progress.get() instanceof LinkProgress.Sending) {
            Problem problem = Refusal.of(failure);
            passwordNeeded.set(passwordNeeded.get() || problem.code() == ErrorCode.PASSWORD_NEEDED);
            password.set("");
            boolean again = switch (problem.code()) {
                case TRY_LATER, SLOW_DOWN, PASSWORD_NEEDED, WRONG_PASSWORD, BAD_REQUEST -> true;
                default -> false;
            };
            progress.set(
                    again
                            ? new LinkProgress.Asking(problem.message())
                            : new LinkProgress.Ended(problem.message(), problem.code() == ErrorCode.TOO_MANY_DEVICES));
        }
    }

    private void askedAgain(@Nullable LinkStatus status, @Nullable Throwable failure) {
        if (status != null) {
            hear(status);
        } else if (failure != null && !clock.instant().isBefore(expiresAt)) {
            end(LinkEnd.EXPIRED);
        }
    }

    private void hear(LinkStatus status) {
        if (!status.linkId().equals(offer.linkId()) || progress.get().isOver()) {
            return;
        }
        switch (status.step()) {
            case WAITING -> waiting();
            case APPROVED -> progress.set(new LinkProgress.Entering());
            case LINKED -> progress.set(new LinkProgress.Linked(deviceName(status)));
            case ENDED -> end(status.end() == null ? LinkEnd.DESKTOP_GONE : status.end());
        }
    }

    /** Where the person has approved, the computer still has to type the number; before that it says nothing new. */
    private void waiting() {
        if (progress.get() instanceof LinkProgress.Sending(boolean yes) && yes) {
            progress.set(new LinkProgress.NumberWanted());
        }
    }

    private void end(LinkEnd end) {
        progress.set(new LinkProgress.Ended(end.phoneSentence(), end == LinkEnd.LIMIT));
    }

    private String deviceName(LinkStatus status) {
        String name = status.deviceName();
        return SafeText.name(name == null ? offer.claimed().name() : name);
    }

    private static String quoted(String claimed) {
        return "“" + SafeText.name(claimed) + "”";
    }

    private static String words(Duration left) {
        return "Answer within %d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    /** One line of what is known. */
    public record Fact(String label, String value) {}
}
