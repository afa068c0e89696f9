package coderbased.phone.link;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.client.PhoneLinks;
import coderbased.client.messages.ProblemWords;
import coderbased.client.net.Subscription;
import coderbased.fx.Countdown;
import coderbased.fx.text.SafeText;
import coderbased.phone.parts.RefusalWords;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.NameRule;
import coderbased.protocol.Problem;
import coderbased.protocol.Secret;
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
 * A computer's request to be linked: the facts, the person's answer, and its outcome.
 *
 * <p>Nothing is approved by accident: an answer that comes before the sheet has been in front of the person for {@link
 * #MIN_VIEW_TIME} is none.
 *
 * <p>Hop 6 of the Guest Token's way.
 */
public final class LinkViewModel implements Countdown, AutoCloseable {

    /** The time for which the sheet must be shown before an answer counts. */
    static final Duration MIN_VIEW_TIME = Duration.ofMillis(600);

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

    private final PhoneLinks links;
    private final LinkOffer offer;
    private final Executor fx;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Instant expiresAt;
    private final Subscription subscription;
    private final ReadOnlyObjectWrapper<LinkProgress> progress =
            new ReadOnlyObjectWrapper<>(new LinkProgress.Asking(""));
    private final LinkGrant grant = new LinkGrant();
    private final StringProperty name = new SimpleStringProperty();
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper passwordNeeded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");
    private @Nullable Instant shownAt;
    private Instant lastAsked;
    private boolean answered;

    public LinkViewModel(PhoneLinks links, LinkOffer offer, Executor fx, Clock clock) {
        this.links = links;
        this.offer = offer;
        this.fx = fx;
        this.clock = clock;
        this.zone = clock.getZone();
        this.lastAsked = clock.instant();
        this.expiresAt = lastAsked.plusMillis(offer.expiresInMillis());
        this.name.set(SafeText.name(offer.claimed().name()));
        this.passwordNeeded.set(offer.needsPassword());
        this.subscription = links.onStatus(status -> fx.execute(() -> hear(status)));
        tick();
    }

    /** Returns what the server saw, apart from {@link #sameNetwork}. */
    public List<Fact> seen() {
        return List.of(new Fact(MESSAGES.text("link.address"), offer.address()));
    }

    /** True if the server saw phone and computer on the same network. */
    public boolean sameNetwork() {
        return offer.sameNetwork();
    }

    /** Returns what the computer reports about itself. Nobody verified it. */
    public List<Fact> claimed() {
        return List.of(
                new Fact(
                        MESSAGES.text("link.claimedName"),
                        quoted(offer.claimed().name())),
                new Fact(MESSAGES.text("link.app"), quoted(offer.claimed().app())),
                new Fact(MESSAGES.text("link.system"), quoted(offer.claimed().os())));
    }

    /** Returns the two digits to type on the computer; null where none are asked for. */
    public @Nullable String checkNumber() {
        Secret number = offer.checkNumber();
        return number == null ? null : number.value();
    }

    /** Returns the rights that the computer gets. Set by the person. */
    public LinkGrant grant() {
        return grant;
    }

    /** Returns the name that the computer gets; at first the one that it reports. Set by typing. */
    public StringProperty name() {
        return name;
    }

    /** True if the person must type their password, because they last did so some time ago. */
    public ReadOnlyBooleanProperty passwordNeeded() {
        return passwordNeeded.getReadOnlyProperty();
    }

    /** Returns the password. Set by typing. */
    public StringProperty password() {
        return password;
    }

    /** Returns the progress of the link. */
    public ReadOnlyObjectProperty<LinkProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Returns the time left to answer, in words; empty once it does not matter. */
    public ReadOnlyStringProperty timeLeft() {
        return timeLeft.getReadOnlyProperty();
    }

    /** Called when the sheet is in front of the person. */
    public void shown() {
        if (shownAt == null) {
            shownAt = clock.instant();
        }
    }

    /** True if the sheet has been visible for long enough that a press is intended. */
    public boolean acceptsAnswers() {
        return shownAt != null && !clock.instant().isBefore(shownAt.plus(MIN_VIEW_TIME));
    }

    /** Approves the link. */
    public void approve() {
        answer(true);
    }

    /** Denies the link. */
    public void deny() {
        answer(false);
    }

    /** True if a person answered, here or on the computer, without linking it; its next code is not meant then. */
    public boolean wasAnswered() {
        return answered && !(progress.get() instanceof LinkProgress.Linked);
    }

    @Override
    public Duration left() {
        return Duration.between(clock.instant(), expiresAt);
    }

    /** Counts down, and asks the server for the state if it was silent for a while. */
    @Override
    public void tick() {
        Duration left = left();
        boolean open = !progress.get().isOver();
        timeLeft.set(open && left.isPositive() ? words(left) : "");
        if (open && clock.instant().isAfter(lastAsked.plus(POLL_INTERVAL))) {
            lastAsked = clock.instant();
            links.status(offer.linkId()).whenCompleteAsync((status, failure) -> askedAgain(status, failure), fx);
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void answer(boolean yes) {
        if (!acceptsAnswers() || !(progress.get() instanceof LinkProgress.Asking)) {
            return;
        }
        String missing = yes ? missing() : "";
        if (!missing.isEmpty()) {
            progress.set(new LinkProgress.Asking(missing));
        } else {
            answered = true;
            progress.set(new LinkProgress.Sending(yes));
            CompletableFuture<LinkStatus> call =
                    yes ? links.approve(offer.linkId(), approval()) : links.deny(offer.linkId());
            call.whenCompleteAsync((status, failure) -> answered(status, failure), fx);
        }
    }

    /** Returns what keeps the approval from being sent; empty for nothing. */
    private String missing() {
        String wanted = wantedName();
        String wrong = wanted == null
                ? ""
                : NameRule.problem(wanted).map(ProblemWords::sentence).orElse("");
        return wrong.isEmpty() && passwordNeeded.get() && password.get().isEmpty()
                ? MESSAGES.text("link.password.missing")
                : wrong;
    }

    /** Returns the name that the person typed; null where it is blank, or the one that the computer reports. */
    private @Nullable String wantedName() {
        String typed = name.get().strip();
        return typed.isEmpty() || typed.equals(SafeText.name(offer.claimed().name())) ? null : typed;
    }

    private AuthHttp.Approval approval() {
        String typed = password.get();
        return new AuthHttp.Approval(
                grant.choices(clock.instant(), zone), typed.isEmpty() ? null : new Secret(typed), wantedName());
    }

    private void answered(@Nullable LinkStatus status, @Nullable Throwable failure) {
        if (status != null) {
            hear(status);
        } else if (failure != null && progress.get() instanceof LinkProgress.Sending) {
            Problem problem = RefusalWords.of(failure);
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

    /** Shows that the computer still has to type the number; ignored until the person has approved. */
    private void waiting() {
        if (progress.get() instanceof LinkProgress.Sending(boolean yes) && yes) {
            progress.set(new LinkProgress.NumberWanted());
        }
    }

    private void end(LinkEnd end) {
        answered |= end == LinkEnd.CANCELLED || end == LinkEnd.DENIED;
        progress.set(new LinkProgress.Ended(words(end), end == LinkEnd.LIMIT));
    }

    private String deviceName(LinkStatus status) {
        String name = status.deviceName();
        return SafeText.name(name == null ? offer.claimed().name() : name);
    }

    private static String quoted(String claimed) {
        return MESSAGES.text("link.claimed.value", "text", SafeText.name(claimed));
    }

    private static String words(LinkEnd end) {
        return MESSAGES.text(
                switch (end) {
                    case DENIED -> "linkOutcome.denied";
                    case CANCELLED -> "linkOutcome.cancelled";
                    case EXPIRED -> "linkOutcome.expired";
                    case WRONG_NUMBER -> "linkOutcome.wrongNumber";
                    case DESKTOP_GONE -> "linkOutcome.desktopGone";
                    case LIMIT -> "linkOutcome.limit";
                    case NO_MORE_CODES -> "linkOutcome.noMoreCodes";
                    case PHONE_LOGGED_OUT -> "linkOutcome.phoneLoggedOut";
                });
    }

    private static String words(Duration left) {
        return MESSAGES.text("link.timeLeft", "minutes", left.toMinutes(), "seconds", left.toSecondsPart());
    }

    /** One fact about the computer. */
    public record Fact(String label, String value) {}
}
