/** Says in the status bar what a command did, or why it did nothing. */

import * as vscode from 'vscode'
import { printable } from '../core/text/printable.ts'

/** Shows a text for as long as a glance takes. */
export const showBriefly = (text: string): void => void vscode.window.setStatusBarMessage(printable(text), 5_000)
