/** Native ECDSA: {@link coderbased.signatures.NativeSignatures} puts it before the JDK's. */
@NullMarked
package coderbased.signatures;

import org.jspecify.annotations.NullMarked;
