package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of a chat message. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Body {

    /** Plain text, any Unicode, kept byte for byte; at most {@link Protocol#MAX_TEXT_BYTES} in UTF-8. */
    @JsonTypeName("text")
    record Text(String text) implements Body {

        /** Leaves the text out: logs never contain what people write. */
        @Override
        public String toString() {
            return "Text[" + text.length() + " chars]";
        }
    }

    /**
     * A picture or another file, uploaded before it is sent: see {@link FileHttp}.
     *
     * @param sha256 of its bytes, in lower-case hex; also how the sender names the upload
     * @param name the file's name on the sender's machine; at most {@link Protocol#MAX_FILE_NAME_CHARS} characters, no
     *     path
     * @param mediaType as the sender's machine sees it (RFC 6838 section 4.2); a hint for icons, never trusted
     * @param size in bytes, at most {@link Protocol#MAX_FILE_BYTES}
     * @param preview a small picture to show until the file is fetched; null for files that are not pictures
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

        /** Leaves name and caption out: logs never contain what people send. */
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
     * @param accountIds the accounts concerned; empty if it concerns the group
     * @param name the group's new name, with {@link GroupEventKind#CREATED} and {@link GroupEventKind#RENAMED}
     */
    @JsonTypeName("group-event")
    record GroupEvent(
            GroupEventKind kind,
            List<String> accountIds,
            @Nullable String name) implements Body {}

    /** The sender deleted the message. Only a server makes one, by {@link ChatClientMessage.Delete}. */
    @JsonTypeName("deleted")
    record Deleted() implements Body {}

    /** Returns the same content with another text or caption; content that nobody wrote stays as it is. */
    default Body withText(String text) {
        return switch (this) {
            case Text _ -> new Text(text);
            case File file -> new File(file.sha256(), file.name(), file.mediaType(), file.size(), file.preview(), text);
            case GroupEvent event -> event;
            case Deleted deleted -> deleted;
        };
    }

    /** Returns the same content with its text or caption cut to {@link Protocol#MAX_QUOTE_CHARS}. */
    default Body shortened() {
        return switch (this) {
            case Text(String text) -> withText(cut(text));
            case File file -> withText(cut(file.caption()));
            case GroupEvent _, Deleted _ -> this;
        };
    }

    private static String cut(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= Protocol.MAX_QUOTE_CHARS;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, Protocol.MAX_QUOTE_CHARS));
    }
}
