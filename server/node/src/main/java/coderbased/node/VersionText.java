package coderbased.node;

import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Coderbased Chat server " + Version.OF_THIS_SERVER, "Java " + Runtime.version()};
    }
}
