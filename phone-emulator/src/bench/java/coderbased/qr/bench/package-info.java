/**
 * The scan bench, {@code mvn -Pbench -pl phone-emulator -am}: what the reader reads, beside ZXing alone on the same
 * frames in the same run. {@link coderbased.qr.bench.ScanBench} prints tables and draws the curves into {@code
 * phone-emulator/target/bench}, and at the end sets what is promised against what it measured. Times are processor time
 * of the one thread that decodes, so that a busy machine does not count; but for those of the scanner in its window
 * ({@link coderbased.phone.LiveScanner}), which are the clock's on the wall and want a machine with nothing else to do.
 * Some twenty minutes on one core; {@code -Dbench.shots} and {@code -Dbench.videos} make it longer or shorter.
 */
@NullMarked
package coderbased.qr.bench;

import org.jspecify.annotations.NullMarked;
