/** The main job of the suite, told through the gateway: by the demo command, by the end-to-end tests and by the benches. */
package org.footbridge.local.demo;
