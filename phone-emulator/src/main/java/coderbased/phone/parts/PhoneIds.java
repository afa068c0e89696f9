package coderbased.phone.parts;

/**
 * Ids of the phone's nodes, for its views, the tests and other programs. A lookup puts a {@code #} in front.
 *
 * <p>The ids of the chat itself are listed on the page of package {@code coderbased.fx}. In each row of the device list
 * the buttons have the style classes {@code .device-rename} and {@code .device-log-out}.
 */
public final class PhoneIds {

    // Everywhere
    public static final String NOTICE = "notice";
    public static final String NOTICE_DISMISS = "notice-dismiss";
    public static final String OFFLINE = "offline";
    public static final String OFFLINE_RETRY = "offline-retry";
    public static final String STARTING = "starting";
    public static final String STOPPED = "stopped";
    public static final String STOPPED_RETRY = "stopped-retry";
    public static final String FULL_SCREEN = "full-screen";
    public static final String CONFIRM = "confirm";
    public static final String CONFIRM_YES = "confirm-yes";
    public static final String CONFIRM_NO = "confirm-no";

    // Login unavailable

    // Signed out
    public static final String SIGN_IN_HANDLE = "sign-in-handle";
    public static final String SIGN_IN_HANDLE_PROBLEM = "sign-in-handle-problem";
    public static final String SIGN_IN_NAME = "sign-in-name";
    public static final String SIGN_IN_NAME_PROBLEM = "sign-in-name-problem";
    public static final String SIGN_IN_PASSWORD = "sign-in-password";
    public static final String SIGN_IN_PASSWORD_PROBLEM = "sign-in-password-problem";
    public static final String SIGN_IN_SUBMIT = "sign-in-submit";
    public static final String SIGN_IN_SWITCH = "sign-in-switch";
    public static final String SIGN_IN_PROBLEM = "sign-in-problem";
    public static final String SERVER_EDIT = "server-edit";
    public static final String SERVER_ADDRESS = "server-address";
    public static final String SERVER_SAVE = "server-save";
    public static final String SERVER_PROBLEM = "server-problem";

    // Tabs
    public static final String TAB_CHATS = "tab-chats";
    public static final String TAB_SCAN = "tab-scan";
    public static final String TAB_DEVICES = "tab-devices";
    public static final String TAB_SETTINGS = "tab-settings";

    // Scanner
    public static final String SCAN_WARNING = "scan-warning";
    public static final String SCAN_PREVIEW = "scan-preview";
    public static final String SCAN_OUTLINE = "scan-outline";
    public static final String SCAN_MESSAGE = "scan-message";
    public static final String SCAN_TROUBLE = "scan-trouble";
    public static final String SCAN_RETRY = "scan-retry";
    public static final String SCAN_BACK = "scan-back";
    public static final String SCAN_AGAIN = "scan-again";
    public static final String SCAN_CHOICE = "scan-choice";
    public static final String SCAN_MARKS = "scan-marks";
    public static final String SCAN_CAMERA = "scan-camera";
    public static final String SCAN_PICTURE = "scan-picture";
    public static final String SCAN_PASTE = "scan-paste";
    public static final String SCAN_SCREEN = "scan-screen";
    public static final String SCAN_TYPE = "scan-type";
    public static final String SCAN_PART = "scan-part";
    public static final String SCAN_PART_CHOOSER = "scan-part-chooser";
    public static final String SCAN_PART_FRAME = "scan-part-frame";
    public static final String SCAN_PART_SHADE = "scan-part-shade";

    // Typed code
    public static final String TYPED_CODE = "typed-code";
    public static final String TYPED_SUBMIT = "typed-submit";
    public static final String TYPED_PROBLEM = "typed-problem";
    public static final String TYPED_CLOSE = "typed-close";

    // Cameras
    public static final String CAMERA_LIST = "camera-list";
    public static final String CAMERA_ADDRESS = "camera-address";
    public static final String CAMERA_ADDRESS_USE = "camera-address-use";
    public static final String CAMERA_ADDRESS_PROBLEM = "camera-address-problem";
    public static final String CAMERA_PACE = "camera-pace";
    public static final String CAMERA_CLOSE = "camera-close";

    // Link sheet
    public static final String LINK_SHEET = "link-sheet";
    public static final String LINK_FACTS = "link-facts";
    public static final String LINK_NUMBER = "link-number";
    public static final String LINK_TIME_LEFT = "link-time-left";
    public static final String LINK_PROBLEM = "link-problem";
    public static final String LINK_UNTIL_TONIGHT = "link-until-tonight";
    public static final String LINK_READ_ONLY = "link-read-only";
    public static final String LINK_WITHOUT_HISTORY = "link-without-history";
    public static final String LINK_NAME = "link-name";
    public static final String LINK_PASSWORD = "link-password";
    public static final String LINK_DENY = "link-deny";
    public static final String LINK_APPROVE = "link-approve";
    public static final String LINK_PROGRESS = "link-progress";
    public static final String LINK_DONE = "link-done";
    public static final String LINK_DEVICES = "link-devices";

    // New link
    public static final String NEW_LINK = "new-link";
    public static final String NEW_LINK_QUESTION = "new-link-question";
    public static final String NEW_LINK_YES = "new-link-yes";
    public static final String NEW_LINK_NO = "new-link-no";
    public static final String NEW_LINK_PROBLEM = "new-link-problem";
    public static final String NEW_LINK_TOLD = "new-link-told";
    public static final String NEW_LINK_ADVICE = "new-link-advice";
    public static final String NEW_LINK_PASSWORD = "new-link-password";
    public static final String NEW_LINK_LATER = "new-link-later";

    // Devices
    public static final String DEVICE_LIST = "device-list";
    public static final String DEVICE_COUNT = "device-count";
    public static final String DEVICES_EMPTY = "devices-empty";
    public static final String DEVICES_PROBLEM = "devices-problem";
    public static final String DEVICES_LOG_OUT_ALL = "devices-log-out-all";
    public static final String DEVICES_SCAN = "devices-scan";
    public static final String DEVICES_HISTORY = "devices-history";
    public static final String RENAME_TEXT = "rename-text";
    public static final String RENAME_SAVE = "rename-save";
    public static final String RENAME_CANCEL = "rename-cancel";

    // Link history
    public static final String LINK_HISTORY = "link-history";
    public static final String HISTORY_LIST = "history-list";
    public static final String HISTORY_EMPTY = "history-empty";
    public static final String HISTORY_PROBLEM = "history-problem";
    public static final String HISTORY_NOTICE = "history-notice";
    public static final String HISTORY_EXPORT = "history-export";
    public static final String HISTORY_BACK = "history-back";

    // Settings
    public static final String ABOUT = "about";
    public static final String SETTINGS_NAME = "settings-name";
    public static final String SETTINGS_THEME = "settings-theme";
    public static final String SETTINGS_MIRROR = "settings-mirror";
    public static final String SETTINGS_SOUND = "settings-sound";
    public static final String SETTINGS_NOTIFICATIONS = "settings-notifications";
    public static final String SETTINGS_SERVER = "settings-server";
    public static final String LOG_OUT = "log-out";
    public static final String CHANGE_PASSWORD = "change-password";
    public static final String DELETE_ACCOUNT = "delete-account";
    public static final String ACCOUNT_NOTICE = "account-notice";
    public static final String ACCOUNT_PROBLEM = "account-problem";

    // Password
    public static final String PASSWORD_PRESENT = "password-present";
    public static final String PASSWORD_PRESENT_PROBLEM = "password-present-problem";
    public static final String PASSWORD_NEW = "password-new";
    public static final String PASSWORD_REPEAT = "password-repeat";
    public static final String PASSWORD_SAVE = "password-save";
    public static final String PASSWORD_CANCEL = "password-cancel";
    public static final String PASSWORD_PROBLEM = "password-problem";

    // Deleting the account
    public static final String DELETE_PASSWORD = "delete-password";
    public static final String DELETE_PASSWORD_PROBLEM = "delete-password-problem";
    public static final String DELETE_CONFIRM = "delete-confirm";
    public static final String DELETE_CANCEL = "delete-cancel";
    public static final String DELETE_PROBLEM = "delete-problem";

    private PhoneIds() {}
}
