package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.chat.MessageView;
import coderbased.protocol.Body;
import coderbased.protocol.NoticeKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices("a-ada", Map.of("a-ada", "Ada", "a-bob", "Bob", "a-eve", "E\u202Eve"));

    private String words(NoticeKind kind, String name, String... accounts) {
        MessageView line = ALine.notice(1, kind, name, accounts).build();
        return notices.words(line, (Body.Notice) line.body());
    }

    @Test
    void noticeOfAGroupIsASentence() {
        assertEquals("Bob created the group “Lake”", words(NoticeKind.CREATED, "Lake"));
        assertEquals("Bob renamed the group to “Lake”", words(NoticeKind.RENAMED, "Lake"));
        assertEquals("Bob added you and Eve", words(NoticeKind.ADDED, null, "a-ada", "a-eve"));
        assertEquals("Bob removed someone", words(NoticeKind.REMOVED, null, "a-unknown"));
        assertEquals("Bob left", words(NoticeKind.LEFT, null));
        assertEquals("You are now an admin", words(NoticeKind.ADMIN_MADE, null, "a-ada"));
        assertEquals("Eve is no longer an admin", words(NoticeKind.ADMIN_UNMADE, null, "a-eve"));
    }
}
