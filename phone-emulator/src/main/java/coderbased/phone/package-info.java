/**
 * The phone emulator: a phone-shaped window with a camera, the boss of the computers it links.
 *
 * <p>{@link coderbased.phone.Main} is the program, {@link coderbased.phone.PhoneWindow} the window, which another
 * program can open too. A screen is two files: a ViewModel, which says what it shows and what the person can do and
 * knows no node, and a View, which builds the nodes and knows nothing of the client.
 *
 * <pre>
 *   PhoneViewModel ──── SignInViewModel                    signed out
 *        └── SignedInViewModel ──┬── ChatViewModel         (shared with the desktop, package coderbased.fx)
 *                                ├── ScannerViewModel ──── CameraPipeline (package coderbased.camera)
 *                                ├── DevicesViewModel
 *                                ├── NewLinkViewModel      a computer was linked: was it you?
 *                                ├── LinkHistoryViewModel  what happened to links, line by line
 *                                ├── AccountViewModel
 *                                └── LinkViewModel         a computer asks: the sheet over everything
 * </pre>
 *
 * <p>The way of a scan: the pipeline reads a text, {@link coderbased.phone.scan.ScanVerdict} says what it is without a
 * network call, only a code of the phone's own server is claimed, and {@link coderbased.phone.link.LinkViewModel} asks
 * the person. Nothing is linked without a press on Approve, made after the sheet has been seen.
 *
 * <p>Each room is a package: {@code signin}, {@code scan}, {@code link}, {@code devices} and {@code settings}. No room
 * knows another one. This package joins them; {@code parts} holds what they share.
 *
 * <p>Keys: the system's shortcut key with 1 to 4 goes to a tab, with V it pastes a picture into the scanner; Escape
 * closes what lies above a screen, and means no.
 *
 * <p>Node ids. Everywhere: {@code #notice}, {@code #notice-dismiss}, {@code #offline}, {@code #offline-retry},
 * {@code #stopped}, {@code #stopped-retry}, {@code #login-unavailable-why}, {@code #login-retry}, {@code #login-anew},
 * {@code #confirm}, {@code #confirm-yes}, {@code #confirm-no}. Signed out: {@code #sign-in-handle}, {@code
 * #sign-in-name}, {@code #sign-in-password}, {@code #sign-in-submit}, {@code #sign-in-switch}, {@code
 * #sign-in-problem}, {@code #sign-in-handle-problem}, {@code #sign-in-name-problem}, {@code #sign-in-password-problem},
 * {@code #server-edit}, {@code #server-address}, {@code #server-save}, {@code #server-problem}. Tabs: {@code
 * #tab-chats}, {@code #tab-scan}, {@code #tab-devices}, {@code #tab-settings}. Scanner: {@code #scan-warning}, {@code
 * #scan-preview}, {@code #scan-outline}, {@code #scan-message}, {@code #scan-trouble}, {@code #scan-retry}, {@code
 * #scan-back}, {@code #scan-camera}, {@code #scan-picture}, {@code #scan-paste}, {@code #scan-screen}, {@code
 * #scan-type}, {@code #typed-code}, {@code #typed-submit}, {@code #typed-problem}, {@code #typed-close}, {@code
 * #camera-list}, {@code #camera-address}, {@code #camera-address-use}, {@code #camera-address-problem}, {@code
 * #camera-pace}, {@code #camera-close}. Link sheet: {@code #link-sheet}, {@code #link-facts}, {@code #link-number},
 * {@code #link-time-left}, {@code #link-problem}, {@code #link-until-tonight}, {@code #link-read-only}, {@code
 * #link-without-history}, {@code #link-password}, {@code #link-deny}, {@code #link-approve}, {@code #link-progress},
 * {@code #link-done}, {@code #link-devices}. Devices: {@code #device-list}, {@code #device-count}, {@code
 * #devices-empty}, {@code #devices-problem}, {@code #devices-log-out-all}, {@code #devices-scan}; in each row, by style
 * class, {@code .device-rename}, {@code .device-log-out}; {@code #rename-text}, {@code #rename-save}, {@code
 * #rename-cancel}; {@code #devices-history} opens {@code #link-history} with {@code #history-list}, {@code
 * #history-problem}, {@code #history-notice}, {@code #history-export}, {@code #history-back}. New link: {@code
 * #new-link-question}, {@code #new-link-yes}, {@code #new-link-no}, {@code #new-link-problem}, {@code
 * #new-link-advice}, {@code #new-link-password}, {@code #new-link-later}. Settings: {@code #settings-name}, {@code
 * #settings-theme}, {@code #settings-mirror}, {@code #settings-server}, {@code #log-out}, {@code #change-password},
 * {@code #delete-account}, {@code #account-notice}, {@code #account-problem}; {@code #password-present}, {@code
 * #password-new}, {@code #password-repeat}, {@code #password-save}, {@code #password-cancel}, {@code
 * #password-problem}, {@code #password-present-problem}; {@code #delete-password}, {@code #delete-confirm}, {@code
 * #delete-cancel}, {@code #delete-problem}. The chats' ids stand on the page of package coderbased.fx.
 */
@NullMarked
package coderbased.phone;

import org.jspecify.annotations.NullMarked;
