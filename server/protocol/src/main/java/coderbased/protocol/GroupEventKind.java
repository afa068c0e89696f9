package coderbased.protocol;

/** Events of a group that its members are told. */
public enum GroupEventKind {
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
