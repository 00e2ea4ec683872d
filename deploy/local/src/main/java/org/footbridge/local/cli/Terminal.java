package org.footbridge.local.cli;

/** Where a command shows what the supervisor says. */
final class Terminal {

    private Terminal() {}

    /** Always true: whoever prints wants more. */
    static boolean print(Message message) {
        switch (message.kind()) {
            case SAY -> System.out.println(message.text());
            case COMPLAIN -> System.err.println(message.text());
            case READY, EXIT -> System.out.flush();
        }
        return true;
    }
}
