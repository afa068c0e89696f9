package coderbased.node;

import coderbased.i18n.Messages;

/** Holder of the sentences of the server's command line. */
final class NodeMessages {

    static final Messages MESSAGES = Messages.of(NodeMessages.class);

    private NodeMessages() {}
}
