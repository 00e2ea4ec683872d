/** The crisis lines that everybody may call. The directory owns them (decision 32); others keep a copy on disk. */
package org.footbridge.directory.crisis;
