/**
 * The scan bench, {@code mvn -Pbench -pl phone-emulator -am}: what the reader reads, beside ZXing alone on the same
 * frames in the same run. {@link coderbased.qr.bench.ScanBench} prints tables and draws the curves into {@code
 * phone-emulator/target/bench}. Times are processor time of the one thread that decodes, so that a busy machine does
 * not count.
 */
@NullMarked
package coderbased.qr.bench;

import org.jspecify.annotations.NullMarked;
