/**
 * The desktop app: what plays the article's website. It shows a code, is scanned, comes in, chats, and is thrown out.
 *
 * <p>{@link coderbased.desktop.Main} reads the command line, {@link coderbased.desktop.DesktopApp} starts JavaFX,
 * {@link coderbased.desktop.DesktopWindow} fills one window; another program may open one too. The window listens to a
 * {@link coderbased.client.WebClient} and shows one {@link coderbased.desktop.Screen} per {@link
 * coderbased.client.SessionState}:
 *
 * <pre>{@code
 * Connecting ──> Guest ──> Scanned ──> Reinitialising ──> Authenticated
 *                 │  ^                                         │
 *                 v  └──────────── logged out, and why ────────┤
 *               Paused                                         └──> Stopped
 * }</pre>
 *
 * <p>{@link coderbased.desktop.DesktopViewModel} turns states into screens with one exhaustive switch; {@link
 * coderbased.desktop.DesktopView} turns screens into nodes with another. Each screen is two files: {@code XViewModel}
 * says what it shows and what the person can do, {@code XView} builds the nodes. No ViewModel knows a node, no View the
 * client.
 *
 * <p>Node ids that other programs and the tests may rely on, beside those of {@code coderbased.fx}:
 *
 * <table>
 * <caption>Ids by screen</caption>
 * <tr><td>every screen</td><td>{@code #settings}, {@code #shortcuts}, {@code #logged-out-banner}, {@code
 *     #link-ended-banner}, {@code #settings-set-aside-banner}, {@code #banner-close}</td></tr>
 * <tr><td>Login unavailable</td><td>{@code #login-unavailable-why}, {@code #try-again}, {@code #link-anew}</td></tr>
 * <tr><td>Connecting</td><td>{@code #connecting-status}, {@code #retry}, {@code #change-server}</td></tr>
 * <tr><td>Guest</td><td>{@code #qr-code}, {@code #guest-status}, {@code #no-camera}, {@code #typed-code}, {@code
 *     #copy-code}, {@code #new-code} while a code is late</td></tr>
 * <tr><td>Paused</td><td>{@code #show-new-code}</td></tr>
 * <tr><td>Scanned</td><td>{@code #scanned-by}, {@code #number-field}, {@code #number-ok}, {@code #scanned-left}, {@code
 *     #cancel-link}</td></tr>
 * <tr><td>Reinitialising</td><td>{@code #reinitialising-status}, {@code #retry}</td></tr>
 * <tr><td>Authenticated</td><td>{@code #profile-name}, {@code #offline-banner}, {@code #log-out}, {@code
 *     #log-out-confirm}, {@code #log-out-cancel}</td></tr>
 * <tr><td>Stopped</td><td>{@code #stopped-sentence}, {@code #use-here}</td></tr>
 * <tr><td>Settings</td><td>{@code #server-address}, {@code #server-problem}, {@code #theme-choice}, {@code
 * #notifications-choice}, {@code #notifications-sound}, {@code #enter-sends}, {@code #settings-save}, {@code
 *     #settings-cancel}</td></tr>
 * </table>
 */
@NullMarked
package coderbased.desktop;

import org.jspecify.annotations.NullMarked;
