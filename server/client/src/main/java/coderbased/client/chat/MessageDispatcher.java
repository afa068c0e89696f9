package coderbased.client.chat;

import coderbased.client.storage.KeptConversation;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ConversationSummary;
import java.util.List;
import java.util.function.Consumer;

/**
 * Passes each message of the server to the components that it concerns. Used on the client thread.
 *
 * <p>After each connection come {@code Resume}, the missed messages and {@code CaughtUp}. Only then follow unanswered
 * requests and the outbox: messages that the server stored before the connection broke are recognised and not sent
 * twice.
 */
final class MessageDispatcher {

    private static final long NONE = -1;

    private final ChatParts parts;
    private final CatchingUp catchingUp;
    private final Typists typists;

    /** Version of the newest invitation list on this connection. */
    private long invitations = NONE;

    MessageDispatcher(ChatParts parts, CatchingUp catchingUp, Typists typists) {
        this.parts = parts;
        this.catchingUp = catchingUp;
        this.typists = typists;
    }

    /** Shows the conversations that are known from an earlier start. */
    void restored(List<KeptConversation> known) {
        for (KeptConversation one : known) {
            String id = one.summary().id();
            parts.drafts().heard(id, one.summary().draft());
            parts.outgoing().showAll(id);
        }
    }

    /** Starts on an admitted connection. */
    void connected(Consumer<ChatClientMessage> send) {
        invitations = NONE;
        parts.uplink().open(send);
        parts.files().resume();
        parts.uplink().tell(catchingUp.begin());
    }

    void disconnected() {
        parts.uplink().close();
        catchingUp.interrupted();
        parts.sending().pause();
        parts.questions().pause();
        parts.receipts().pause();
        parts.drafts().pause();
        parts.watching().pause();
        typists.pause();
    }

    /** Handles a message of the server; ignores messages that are not about the chat. */
    void heard(ChatServerMessage message) {
        switch (message) {
            case ChatServerMessage.Resuming resuming -> catchingUp.resuming(resuming);
            case ChatServerMessage.Overview overview -> overview(overview);
            case ChatServerMessage.Batch batch -> missed(batch);
            case ChatServerMessage.CaughtUp() -> caughtUp();
            case ChatServerMessage.ContactChanged(var contact) -> parts.book().renamed(contact);
            case ChatServerMessage.ConversationChanged(var summary) -> changed(summary);
            case ChatServerMessage.ConversationGone(var id) -> gone(id);
            case ChatServerMessage.Invitations list -> invitations(list);
            case ChatServerMessage.Opened opened -> opened(opened);
            case ChatServerMessage.Done done -> done(done);
            case ChatServerMessage.MessageChanged(var said) -> said(said);
            case ChatServerMessage.Stored stored -> parts.outgoing().stored(stored);
            case ChatServerMessage.SendRefused refused -> parts.outgoing().refused(refused);
            case ChatServerMessage.HistoryPage page -> page(page);
            case ChatServerMessage.Found found -> parts.questions().answered(found.requestId(), found);
            case ChatServerMessage.PeopleFound found -> parts.questions().answered(found.requestId(), found);
            case ChatServerMessage.MessageReceipts receipts ->
                parts.questions().answered(receipts.requestId(), receipts);
            case ChatServerMessage.MarkersMoved moved -> markersMoved(moved);
            case ChatServerMessage.SettingsChanged(var id, var settings) ->
                parts.book().with(id, conversation -> conversation.settingsChanged(settings));
            case ChatServerMessage.Drafted(var id, var text) -> parts.drafts().heard(id, text);
            case ChatServerMessage.TypingChanged typing -> typists.heard(typing);
            case ChatServerMessage.PresenceChanged presence -> parts.watching().heard(presence);
            case ChatServerMessage.RequestFailed failed -> failed(failed);
            case ChatServerMessage.DeviceNamed(var name) -> parts.book().named(name);
            // NotKept answers a message that was not valid; MessageRules refuses those before they are sent.
            case ChatServerMessage.NotKept _,
                    ChatServerMessage.SessionMessage _,
                    ChatServerMessage.AccountMessage _ -> {}
        }
    }

    private void overview(ChatServerMessage.Overview overview) {
        catchingUp.named(overview);
        for (ConversationSummary summary : overview.conversations()) {
            summary(summary);
        }
    }

    private LocalConversation summary(ConversationSummary summary) {
        boolean isNew = parts.book().conversation(summary.id()) == null;
        LocalConversation conversation = parts.book().summary(summary);
        parts.drafts().heard(summary.id(), summary.draft());
        parts.settings().overview(conversation);
        ChatMessage last = summary.last();
        if (last != null && conversation.members().isMe(last.senderId())) {
            parts.outgoing().seen(last.clientMessageId());
        }
        if (isNew) {
            parts.outgoing().showAll(summary.id());
        }
        return conversation;
    }

    private void missed(ChatServerMessage.Batch batch) {
        batch.messages().forEach(this::seen);
        catchingUp.batch(batch);
    }

    private void invitations(ChatServerMessage.Invitations list) {
        if (list.number() >= invitations) {
            invitations = list.number();
            parts.book().invitations(list.open());
        }
    }

    private void caughtUp() {
        if (invitations == NONE) {
            parts.book().invitations(List.of());
        }
        catchingUp.end().forEach(parts.outgoing()::forget);
        parts.questions().resume();
        parts.receipts().caughtUp();
        parts.drafts().resume();
        parts.settings().resume();
        parts.watching().follow();
        parts.sending().resume();
    }

    private void changed(ConversationSummary summary) {
        LocalConversation conversation = summary(summary);
        catchingUp.named(summary.id());
        parts.receipts().arrived(conversation);
        parts.watching().follow();
    }

    private void gone(String id) {
        parts.book().remove(id);
        parts.outgoing().forget(id);
        parts.watching().follow();
    }

    private void opened(ChatServerMessage.Opened opened) {
        catchingUp.named(opened.conversation().id());
        summary(opened.conversation());
        parts.questions().answered(opened.requestId(), opened);
    }

    private void done(ChatServerMessage.Done done) {
        if (!parts.questions().answered(done.requestId(), done)) {
            parts.outgoing().done(done);
        }
    }

    private void failed(ChatServerMessage.RequestFailed failed) {
        if (!parts.questions().failed(failed)) {
            parts.outgoing().failed(failed.requestId(), failed.problem());
        }
    }

    private void said(ChatMessage message) {
        // The overview may be older than the message: only members receive one.
        catchingUp.named(message.conversationId());
        seen(message);
        typists.stopped(message.conversationId(), message.senderId());
        parts.book().with(message.conversationId(), conversation -> {
            conversation.heard(message);
            parts.receipts().arrived(conversation);
        });
    }

    /**
     * Handles a history page. It may be the first to show that a message of this device is stored: batches do not cover
     * messages that are not loaded.
     */
    private void page(ChatServerMessage.HistoryPage page) {
        page.messages().forEach(this::seen);
        parts.book()
                .with(
                        page.conversationId(),
                        conversation -> page.messages()
                                .forEach(message -> conversation.own().shown(message, isMine(message))));
        parts.questions().answered(page.requestId(), page);
    }

    private void markersMoved(ChatServerMessage.MarkersMoved moved) {
        parts.book()
                .with(
                        moved.conversationId(),
                        conversation ->
                                conversation.markersMoved(moved.accountId(), moved.deliveredSeq(), moved.readSeq()));
    }

    /** Removes a stored message from the outbox. */
    private void seen(ChatMessage message) {
        if (isMine(message)) {
            parts.outgoing().seen(message.clientMessageId());
        }
    }

    private boolean isMine(ChatMessage message) {
        return message.senderId().equals(parts.book().me().accountId());
    }
}
