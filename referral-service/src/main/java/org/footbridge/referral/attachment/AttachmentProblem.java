package org.footbridge.referral.attachment;

import org.footbridge.common.web.problem.ProblemType;
import org.footbridge.common.web.problem.Slugs;

/** Why a file is not kept or not given. */
enum AttachmentProblem implements ProblemType {
    FILE_LOST(410, "The bytes of the file are lost"),
    INFECTED(422, "The virus scanner has found something in the file"),
    UPLOAD_TOO_SLOW(408, "The file did not come in time"),
    TYPE_NOT_TAKEN(415, "Files of this kind are not taken"),
    TOO_MANY_FILES(409, "The referral has as many files as it may have");

    private final int status;
    private final String title;

    AttachmentProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return Slugs.of(this);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
