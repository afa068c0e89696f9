package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            MESSAGES.text("options.version", "version", Version.OF_THIS_SERVER, "java", Runtime.version())
        };
    }
}
