package coderbased.desktop;

/**
 * Ids of the desktop's nodes, for its views, the tests and other programs. A lookup puts a {@code #} in front.
 *
 * <p>The ids of the chat itself are listed on the page of package {@code coderbased.fx}.
 */
public final class DesktopIds {

    // Every screen
    public static final String DESKTOP = "desktop";
    public static final String SETTINGS = "settings";
    public static final String SHORTCUTS = "shortcuts";
    public static final String SHEETS = "sheets";
    public static final String LOGGED_OUT_BANNER = "logged-out-banner";
    public static final String LINK_ENDED_BANNER = "link-ended-banner";
    public static final String SETTINGS_TROUBLE_BANNER = "settings-trouble-banner";
    public static final String BANNER_CLOSE = "banner-close";

    // Connecting
    public static final String CONNECTING = "connecting";
    public static final String CONNECTING_TITLE = "connecting-title";
    public static final String CONNECTING_STATUS = "connecting-status";
    public static final String RETRY = "retry";
    public static final String CHANGE_SERVER = "change-server";

    // Guest
    public static final String QR_CODE = "qr-code";
    public static final String GUEST_STATUS = "guest-status";
    public static final String NO_CAMERA = "no-camera";
    public static final String TYPED_CODE = "typed-code";
    public static final String COPY_CODE = "copy-code";
    public static final String NEW_CODE = "new-code";
    public static final String ENLARGED_QR_CODE = "enlarged-qr-code";
    public static final String ENLARGED_BACK = "enlarged-back";

    // Paused
    public static final String PAUSED = "paused";
    public static final String PAUSED_TITLE = "paused-title";
    public static final String PAUSED_STATUS = "paused-status";
    public static final String SHOW_NEW_CODE = "show-new-code";

    // Scanned
    public static final String SCANNED = "scanned";
    public static final String SCANNED_CAPTION = "scanned-caption";
    public static final String SCANNED_BY = "scanned-by";
    public static final String SCANNED_STATUS = "scanned-status";
    public static final String NUMBER_FIELD = "number-field";
    public static final String NUMBER_OK = "number-ok";
    public static final String SCANNED_LEFT = "scanned-left";
    public static final String CANCEL_LINK = "cancel-link";

    // Reinitialising
    public static final String REINITIALISING = "reinitialising";
    public static final String REINITIALISING_TITLE = "reinitialising-title";
    public static final String REINITIALISING_STATUS = "reinitialising-status";

    // Login unavailable
    public static final String HANDLE = "own-handle";
    public static final String TEMPORARY = "temporary-login";

    // Authenticated
    public static final String PROFILE_NAME = "profile-name";
    public static final String OFFLINE_BANNER = "offline-banner";
    public static final String NEW_LINK_BANNER = "new-link-banner";
    public static final String NOTIFICATIONS = "notifications";
    public static final String LOG_OUT = "log-out";
    public static final String LOG_OUT_SHEET = "log-out-sheet";
    public static final String LOG_OUT_CONFIRM = "log-out-confirm";
    public static final String LOG_OUT_CANCEL = "log-out-cancel";

    // Stopped
    public static final String STOPPED = "stopped";
    public static final String STOPPED_CHECKED = "stopped-checked";
    public static final String STOPPED_SENTENCE = "stopped-sentence";
    public static final String USE_HERE = "use-here";

    // Settings
    public static final String SETTINGS_SHEET = "settings-sheet";
    public static final String SERVER_ADDRESS = "server-address";
    public static final String SERVER_PROBLEM = "server-problem";
    public static final String THEME_CHOICE = "theme-choice";
    public static final String NOTIFICATIONS_CHOICE = "notifications-choice";
    public static final String NOTIFICATIONS_SOUND = "notifications-sound";
    public static final String ENTER_SENDS = "enter-sends";
    public static final String SETTINGS_SAVE = "settings-save";
    public static final String ABOUT = "about";
    public static final String SETTINGS_CANCEL = "settings-cancel";

    // Keyboard
    public static final String SHORTCUTS_SHEET = "shortcuts-sheet";
    public static final String SHORTCUTS_CLOSE = "shortcuts-close";

    private DesktopIds() {}
}
