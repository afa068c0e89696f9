package coderbased.protocol;

/** What can happen to a group. */
public enum NoticeKind {
    CREATED,
    RENAMED,
    PICTURE_CHANGED,
    ADDED,
    REMOVED,
    LEFT,
    ADMIN_MADE,
    ADMIN_UNMADE,
    /** Somebody accepted an invitation. */
    JOINED
}
