package coderbased.chat;

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

/** Opens conversations, makes groups and changes them. */
final class GroupRequests {

    private final MessageWriter writer;
    private final People people;
    private final FileRights files;
    private final ChatContext outside;
    private final LiveSockets live;

    GroupRequests(MessageWriter writer, People people, FileRights files, ChatContext outside, LiveSockets live) {
        this.writer = writer;
        this.people = people;
        this.files = files;
        this.outside = outside;
        this.live = live;
    }

    void open(LiveDevice device, OpenDirect said) throws InterruptedException {
        if (said.accountId().equals(device.accountId()) || !people.areHere(List.of(said.accountId()))) {
            device.refuse(said.requestId(), Refusal.NO_PERSON);
            return;
        }
        ChatWrite open = new ChatWrite.OpenDirect(outside.word(), device.accountId(), said.accountId());
        writer.submit(
                open,
                new OpenedAnswer(device, said.requestId(), live),
                device.strands().alone());
    }

    void create(LiveDevice device, CreateGroup said) throws InterruptedException {
        Optional<Problem> problem = TextRules.nameRefusal(said.name()).or(() -> peopleProblem(said.accountIds()));
        if (problem.isPresent()) {
            device.refuse(said.requestId(), problem.get());
            return;
        }
        ChatWrite create =
                new ChatWrite.CreateGroup(outside.word(), device.accountId(), said.name(), said.accountIds());
        writer.submit(
                once(device, said.requestId(), create),
                new OpenedAnswer(device, said.requestId(), live),
                device.strands().alone());
    }

    void change(LiveDevice device, ChangeGroup said) throws InterruptedException {
        Optional<Problem> problem = problem(device, said.change());
        if (problem.isPresent()) {
            device.refuse(said.requestId(), problem.get());
            return;
        }
        ChatWrite change = new ChatWrite.ChangeGroup(said.conversationId(), device.accountId(), said.change());
        writer.submit(
                once(device, said.requestId(), change),
                new DoneAnswer(device, said.requestId()),
                device.strands().alone());
    }

    void answer(LiveDevice device, AnswerInvitation said) throws InterruptedException {
        ChatWrite answer = new ChatWrite.AnswerInvitation(said.conversationId(), device.accountId(), said.accept());
        writer.submit(
                once(device, said.requestId(), answer),
                new DoneAnswer(device, said.requestId()),
                device.strands().alone());
    }

    /** A device that does not hear the answer asks again. */
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
        return good ? Optional.empty() : Optional.of(Refusal.NO_FILE.problem());
    }

    private Optional<Problem> peopleProblem(List<String> accountIds) {
        if (accountIds.size() > Protocol.MAX_MEMBERS) {
            return Optional.of(Refusal.GROUP_FULL.problem());
        }
        boolean there = accountIds.stream().allMatch(Objects::nonNull) && people.areHere(accountIds);
        return there ? Optional.empty() : Optional.of(Refusal.NO_PERSON.problem());
    }
}
