package coderbased.fx;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ConversationView;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Local copies of group pictures; downloads each once. Used on the JavaFX thread. */
public final class GroupPictures {

    private final Chat chat;
    private final Executor fx;
    private final Map<String, Path> here = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private Runnable arrived = () -> {};

    public GroupPictures(Chat chat, Executor fx) {
        this.chat = chat;
        this.fx = fx;
    }

    /** Sets the action to run when a picture has arrived. */
    public void onArrived(Runnable then) {
        arrived = then;
    }

    /** Returns the picture of a conversation; null if it has none, or it is still being downloaded. */
    public @Nullable Path of(ConversationView conversation) {
        String hash = conversation.group() == null ? null : conversation.group().pictureSha256();
        if (hash == null) {
            return null;
        }
        Path path = here.get(hash);
        if (path == null && asked.add(hash)) {
            chat.conversation(conversation.id())
                    .picture()
                    .whenCompleteAsync((file, failure) -> came(hash, file, failure == null), fx);
        }
        return path;
    }

    /** Records a download. A failed one is requested again when the group is next shown. */
    private void came(String hash, @Nullable Path file, boolean good) {
        if (good && file != null) {
            here.put(hash, file);
            arrived.run();
        } else {
            asked.remove(hash);
        }
    }
}
