package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chat message holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Body {

    /** Plain text, any Unicode, kept byte for byte; at most {@link Protocol#MAX_TEXT_BYTES} in UTF-8. */
    @JsonTypeName("text")
    record Text(String text) implements Body {

        /** Leaves the text out: what people write is nobody's log line. */
        @Override
        public String toString() {
            return "Text[" + text.length() + " chars]";
        }
    }

    /**
     * A picture or another file, uploaded before it is sent: see {@link FileHttp}.
     *
     * @param sha256 of its bytes, in lower-case hex; also how the sender names the upload
     * @param name what the sender's machine called it; at most {@link Protocol#MAX_FILE_NAME_CHARS} characters, no path
     * @param mediaType as the sender's machine sees it (RFC 6838 section 4.2); a hint for icons, never trusted
     * @param size in bytes, at most {@link Protocol#MAX_FILE_BYTES}
     * @param preview what a picture looks like, small, until it is fetched; null for other files
     * @param caption text beside it, as {@link Text}; empty for none
     */
    @JsonTypeName("file")
    record File(
            String sha256,
            String name,
            String mediaType,
            long size,
            @Nullable Preview preview,
            String caption) implements Body {

        /** Leaves name and caption out: what people send is nobody's log line. */
        @Override
        public String toString() {
            return "File[" + size + " bytes]";
        }
    }

    /**
     * A picture before it is fetched.
     *
     * @param width of the whole picture, in pixels
     * @param height of the whole picture, in pixels
     * @param jpeg a small JPEG of it in base64 (RFC 4648 section 4), at most {@link Protocol#MAX_PREVIEW_CHARS}
     */
    record Preview(int width, int height, String jpeg) {

        /** Leaves the picture out. */
        @Override
        public String toString() {
            return "Preview[" + width + " x " + height + "]";
        }
    }

    /**
     * Something that happened to a group; the message's sender did it. Only a server makes one.
     *
     * @param accountIds whom it happened to; empty where it happened to the group
     * @param name the group's new name, with {@link NoticeKind#CREATED} and {@link NoticeKind#RENAMED}
     */
    @JsonTypeName("notice")
    record Notice(
            NoticeKind kind,
            List<String> accountIds,
            @Nullable String name) implements Body {}

    /** The sender took the message back. Only a server makes one, by {@link ChatClientMessage.Delete}. */
    @JsonTypeName("deleted")
    record Deleted() implements Body {}
}
