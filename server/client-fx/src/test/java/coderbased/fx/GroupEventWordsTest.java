package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.chat.MessageView;
import coderbased.protocol.Body;
import coderbased.protocol.GroupEventKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupEventWordsTest {

    private final GroupEventWords events =
            new GroupEventWords("a-ada", Map.of("a-ada", "Ada", "a-bob", "Bob", "a-eve", "E\u202Eve"));

    private String words(GroupEventKind kind, String name, String... accounts) {
        MessageView line = ALine.groupEvent(1, kind, name, accounts).build();
        return events.words(line, (Body.GroupEvent) line.body());
    }

    @Test
    void noticeOfAGroupIsASentence() {
        assertEquals("Bob created the group “Lake”", words(GroupEventKind.CREATED, "Lake"));
        assertEquals("Bob renamed the group to “Lake”", words(GroupEventKind.RENAMED, "Lake"));
        assertEquals("Bob added you and Eve", words(GroupEventKind.ADDED, null, "a-ada", "a-eve"));
        assertEquals("Bob removed someone", words(GroupEventKind.REMOVED, null, "a-unknown"));
        assertEquals("Bob left", words(GroupEventKind.LEFT, null));
        assertEquals("You are now an admin", words(GroupEventKind.ADMIN_MADE, null, "a-ada"));
        assertEquals("Eve is no longer an admin", words(GroupEventKind.ADMIN_UNMADE, null, "a-eve"));
    }
}
