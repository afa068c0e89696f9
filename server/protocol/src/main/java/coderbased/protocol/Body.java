package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

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
}
