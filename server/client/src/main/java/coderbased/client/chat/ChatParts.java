package coderbased.client.chat;

import coderbased.client.files.FileTransfers;

/** Components of the chat of one session. Used on the client thread. */
record ChatParts(
        ChatBook book,
        Uplink uplink,
        Questions questions,
        OutgoingMessages outgoing,
        OutboxSender sending,
        Receipts receipts,
        Drafts drafts,
        TypingTold typing,
        SettingsSync settings,
        WatchedPeople watching,
        Fetching fetching,
        FileTransfers files) {}
