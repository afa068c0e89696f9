package coderbased.chat;

import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWrite.Send;
import coderbased.protocol.Body;
import java.time.Instant;
import java.util.List;

/** People who have written to each other, so that one can add the other to a group. */
public final class Acquaintances {

    private Acquaintances() {}

    /** Makes each writer somebody who has written to the reader. */
    public static void haveWrittenTo(ChatStore store, String reader, List<String> writers) {
        for (String writer : writers) {
            String conversation = writer + "-to-" + reader;
            store.commit(
                    List.of(
                            new OpenDirect(conversation, writer, reader),
                            new Send(conversation, writer, "hello", new Body.Text("Hello"), null, false)),
                    Instant.EPOCH);
        }
    }
}
