package coderbased.fx;

import coderbased.client.chat.MessageView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.chat.MessageView.Quote;
import coderbased.client.chat.MessageView.Reaction;
import coderbased.client.files.Transfer;
import coderbased.protocol.Body;
import coderbased.protocol.GroupEventKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builder of a message for {@link FakeChat}: {@code ALine.bobs(3, "hello").edited().build()}. */
public final class ALine {

    private final long seq;
    private final boolean mine;
    private final String senderId;
    private final String senderName;
    private final List<Reaction> reactions = new ArrayList<>();
    private Body body;
    private Instant at;
    private DeliveryStatus status = DeliveryStatus.STORED;
    private boolean onItsWay;
    private @Nullable Quote quote;
    private boolean forwarded;
    private @Nullable Instant editedAt;
    private @Nullable Transfer transfer;
    private @Nullable Path file;
    private @Nullable String refusal;

    private ALine(long seq, String senderId, String senderName, Body body) {
        this.seq = seq;
        this.mine = senderId.equals(FakeChat.ADA.accountId());
        this.senderId = senderId;
        this.senderName = senderName;
        this.body = body;
        this.at = FakeChat.NOON.plus(Duration.ofMinutes(seq));
    }

    /** Starts a message of Ada's. Messages are stored {@code seq} minutes after noon unless stated otherwise. */
    public static ALine mine(long seq, String text) {
        return new ALine(seq, FakeChat.ADA.accountId(), FakeChat.ADA.name(), new Body.Text(text));
    }

    public static ALine bobs(long seq, String text) {
        return by(FakeChat.BOB.accountId(), FakeChat.BOB.name(), seq, text);
    }

    public static ALine by(String accountId, String name, long seq, String text) {
        return new ALine(seq, accountId, name, new Body.Text(text));
    }

    /** Starts a group event caused by Bob. */
    public static ALine groupEvent(long seq, GroupEventKind kind, @Nullable String groupName, String... accountIds) {
        return new ALine(
                seq,
                FakeChat.BOB.accountId(),
                FakeChat.BOB.name(),
                new Body.GroupEvent(kind, List.of(accountIds), groupName));
    }

    /** Replaces the text by other content. */
    public ALine body(Body body) {
        this.body = body;
        return this;
    }

    public ALine at(Instant at) {
        this.at = at;
        return this;
    }

    public ALine status(DeliveryStatus status) {
        this.status = status;
        return this;
    }

    /** Makes it a message that is being sent. */
    public ALine onItsWay() {
        onItsWay = true;
        return status(DeliveryStatus.SENDING);
    }

    public ALine answers(MessageView line) {
        quote = new Quote(line.seq(), line.mine(), line.senderName(), line.body());
        return this;
    }

    public ALine forwarded() {
        forwarded = true;
        return this;
    }

    public ALine edited() {
        editedAt = at.plus(Duration.ofHours(1));
        return this;
    }

    public ALine reaction(String emoji, boolean mine, String... names) {
        reactions.add(new Reaction(emoji, List.of(names), mine));
        return this;
    }

    public ALine moving(long done, long total, boolean waiting) {
        transfer = new Transfer(done, total, waiting);
        return this;
    }

    public ALine here(Path file) {
        this.file = file;
        return this;
    }

    public ALine refused(String sentence) {
        refusal = sentence;
        onItsWay = true;
        return status(DeliveryStatus.REFUSED);
    }

    /** Makes it a stored message whose last change was refused. */
    public ALine changeRefused(String sentence) {
        refusal = sentence;
        return this;
    }

    public MessageView build() {
        return new MessageView(
                (mine ? "m" : "t") + seq,
                onItsWay ? 0 : seq,
                mine,
                senderId,
                senderName,
                body,
                at,
                status,
                quote,
                forwarded,
                editedAt,
                List.copyOf(reactions),
                transfer,
                file,
                refusal);
    }
}
