package coderbased.chat;

import coderbased.auth.Directory;
import coderbased.protocol.ChatClientMessage.AnswerInvitation;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.GroupChange;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Requests to open a conversation and to create or change a group. */
final class GroupRequests {

    private final MessageWriter writer;
    private final Directory people;
    private final FileRights files;
    private final ChatContext context;
    private final LiveSockets live;

    GroupRequests(MessageWriter writer, Directory people, FileRights files, ChatContext context, LiveSockets live) {
        this.writer = writer;
        this.people = people;
        this.files = files;
        this.context = context;
        this.live = live;
    }

    void open(LiveDevice device, OpenDirect request) throws InterruptedException {
        if (request.accountId().equals(device.accountId()) || !people.areThere(List.of(request.accountId()))) {
            device.refuse(request.requestId(), RefusalReason.NO_PERSON);
            return;
        }
        ChatWrite open = new ChatWrite.OpenDirect(context.word(), device.accountId(), request.accountId());
        writer.submit(
                open,
                new OpenedAnswer(device, request.requestId(), live),
                device.writes().alone());
    }

    void create(LiveDevice device, CreateGroup request) throws InterruptedException {
        Optional<Problem> problem = TextRules.nameRefusal(request.name()).or(() -> peopleProblem(request.accountIds()));
        if (problem.isPresent()) {
            device.refuse(request.requestId(), problem.get());
            return;
        }
        ChatWrite create =
                new ChatWrite.CreateGroup(context.word(), device.accountId(), request.name(), request.accountIds());
        writer.submit(
                once(device, request.requestId(), create),
                new OpenedAnswer(device, request.requestId(), live),
                device.writes().alone());
    }

    void change(LiveDevice device, ChangeGroup request) throws InterruptedException {
        Optional<Problem> problem = problem(device, request.change());
        if (problem.isPresent()) {
            device.refuse(request.requestId(), problem.get());
            return;
        }
        ChatWrite change = new ChatWrite.ChangeGroup(request.conversationId(), device.accountId(), request.change());
        writer.submit(
                once(device, request.requestId(), change),
                new DoneAnswer(device, request.requestId()),
                device.writes().alone());
    }

    void answer(LiveDevice device, AnswerInvitation request) throws InterruptedException {
        ChatWrite answer =
                new ChatWrite.AnswerInvitation(request.conversationId(), device.accountId(), request.accept());
        writer.submit(
                once(device, request.requestId(), answer),
                new DoneAnswer(device, request.requestId()),
                device.writes().alone());
    }

    /** Wraps a write so that a device that does not get the answer can ask again. */
    private static ChatWrite once(LiveDevice device, String name, ChatWrite write) {
        return new ChatWrite.Once(device.accountId(), name, write);
    }

    private Optional<Problem> problem(LiveDevice device, GroupChange change) {
        return switch (change) {
            case GroupChange.Rename rename -> TextRules.nameRefusal(rename.name());
            case GroupChange.SetPicture picture -> pictureProblem(device, picture);
            case GroupChange.Add add -> peopleProblem(add.accountIds());
            case GroupChange.Remove remove -> Optional.empty();
            case GroupChange.SetAdmin set -> Optional.empty();
            case GroupChange.Leave leave -> Optional.empty();
        };
    }

    private Optional<Problem> pictureProblem(LiveDevice device, GroupChange.SetPicture picture) {
        String sha256 = picture.sha256();
        boolean good = sha256 == null
                || (BodyRules.isSha256(sha256)
                        && files.uploaded(device.accountId(), sha256).isPresent());
        return good ? Optional.empty() : Optional.of(RefusalReason.NO_FILE.problem());
    }

    private Optional<Problem> peopleProblem(List<String> accountIds) {
        if (accountIds.size() > Protocol.MAX_MEMBERS) {
            return Optional.of(RefusalReason.GROUP_FULL.problem());
        }
        boolean there = accountIds.stream().allMatch(Objects::nonNull) && people.areThere(accountIds);
        return there ? Optional.empty() : Optional.of(RefusalReason.NO_PERSON.problem());
    }
}
