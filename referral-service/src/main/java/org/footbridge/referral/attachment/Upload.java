package org.footbridge.referral.attachment;

import java.nio.file.Path;

/** A body that was read into a local file, which goes when the request ends. */
record Upload(Path file, int bytes, String sha256) {}
