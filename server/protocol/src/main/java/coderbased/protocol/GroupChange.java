package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member can do to a group. All but {@link Leave} is for its admins alone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface GroupChange {

    /** At most {@link Protocol#MAX_NAME_CHARS} characters. */
    @JsonTypeName("rename")
    record Rename(String name) implements GroupChange {}

    /** A picture that the caller uploaded, by the hash of its bytes; null for none. */
    @JsonTypeName("picture")
    record SetPicture(@Nullable String sha256) implements GroupChange {}

    /**
     * Who is in it already stays in it. Accounts that have written to the caller in their conversation of two are added and
     * see what is said from now on; all others are {@link GroupInvitation invited}.
     */
    @JsonTypeName("add")
    record Add(List<String> accountIds) implements GroupChange {}

    /** That account hears and sees nothing of it any more. One that was only invited is not invited any more. */
    @JsonTypeName("remove")
    record Remove(String accountId) implements GroupChange {}

    @JsonTypeName("admin")
    record SetAdmin(String accountId, boolean admin) implements GroupChange {}

    /** Anybody may. Where the last admin leaves, who has been in it longest becomes one. */
    @JsonTypeName("leave")
    record Leave() implements GroupChange {}
}
