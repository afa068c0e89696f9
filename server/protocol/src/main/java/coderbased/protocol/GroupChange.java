package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a group by a member. Only admins may make any but {@link Leave}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface GroupChange {

    /** At most {@link Protocol#MAX_NAME_CHARS} characters. */
    @JsonTypeName("rename")
    record Rename(String name) implements GroupChange {}

    /** A picture that the caller uploaded, by the hash of its bytes; null for none. */
    @JsonTypeName("picture")
    record SetPicture(@Nullable String sha256) implements GroupChange {}

    /**
     * Adds accounts; members stay members. Accounts that have written to the caller in their conversation of two are
     * added and see what is said from now on; all others are {@link GroupInvitation invited}.
     */
    @JsonTypeName("add")
    record Add(List<String> accountIds) implements GroupChange {}

    /** Removes an account: it sees nothing more of the group. If it was only invited, the invitation ends. */
    @JsonTypeName("remove")
    record Remove(String accountId) implements GroupChange {}

    @JsonTypeName("admin")
    record SetAdmin(String accountId, boolean admin) implements GroupChange {}

    /** Leaves the group, which every member may. If the last admin leaves, the longest member becomes admin. */
    @JsonTypeName("leave")
    record Leave() implements GroupChange {}
}
