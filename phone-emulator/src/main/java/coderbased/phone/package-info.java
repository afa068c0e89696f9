/**
 * The phone emulator: a phone-shaped window with a camera, which links computers and controls them.
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
 * <p>{@link coderbased.phone.parts.PhoneIds} lists the ids of the nodes.
 */
@NullMarked
package coderbased.phone;

import org.jspecify.annotations.NullMarked;
