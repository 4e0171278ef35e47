/** Asks several questions in a row, with a way back. */

import * as vscode from 'vscode'

/** The outcome of a step: a value, a request to go back, or undefined if the user cancels. */
export type Answer<T> = { readonly value: T } | 'back' | undefined

/** The position of a step in its wizard. */
export interface StepFrame {
  readonly title: string
  readonly step: number
  readonly totalSteps: number
}

interface PickStep<T> {
  readonly frame: StepFrame
  readonly placeholder: string
  /** The items may take a moment. */
  readonly items: Promise<readonly (T & vscode.QuickPickItem)[]>
}

interface InputStep {
  readonly frame: StepFrame
  readonly prompt: string
  readonly placeholder: string
  readonly value: string
  /** Something to know before going on, but no error. */
  readonly warning?: Promise<string | undefined>
  /** What is wrong with a text; undefined if it is valid. */
  readonly validate: (text: string) => string | undefined
}

/** Lets the user choose from a list. */
export function askPick<T extends object>({ frame, placeholder, items }: PickStep<T>): Promise<Answer<T>> {
  const box = vscode.window.createQuickPick<T & vscode.QuickPickItem>()
  box.placeholder = placeholder
  box.matchOnDescription = true
  box.matchOnDetail = true
  box.busy = true
  void items.then((ready) => {
    box.items = ready
    box.busy = false
  })
  return show(box, frame, (done) =>
    box.onDidAccept(() => {
      const [value] = box.selectedItems
      if (value) done({ value })
    }),
  )
}

/** Lets the user type a line. A mistake is shown only after Enter, and then until it is corrected. */
export function askText({ frame, prompt, placeholder, value, warning, validate }: InputStep): Promise<Answer<string>> {
  const box = vscode.window.createInputBox()
  box.prompt = prompt
  box.placeholder = placeholder
  box.value = value
  let warned: vscode.InputBoxValidationMessage | undefined
  let isWrong = false
  const say = (wrong: string | undefined) => {
    isWrong = wrong !== undefined
    box.validationMessage = wrong ?? warned
  }
  void warning?.then((message) => {
    warned = message === undefined ? undefined : { message, severity: vscode.InputBoxValidationSeverity.Warning }
    if (!isWrong) say(undefined)
  })
  return show(box, frame, (done) =>
    vscode.Disposable.from(
      box.onDidAccept(() => {
        say(validate(box.value))
        if (!isWrong) done({ value: box.value })
      }),
      box.onDidChangeValue((text) => {
        if (isWrong) say(validate(text))
      }),
    ),
  )
}

/** Shows a box until it is answered, left by its back button, or closed. */
function show<T>(
  box: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { title, step, totalSteps }: StepFrame,
  listen: (done: (answer: Answer<T>) => void) => vscode.Disposable,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const done = (answer: Answer<T>) => {
      resolve(answer)
      for (const each of disposables) each.dispose()
    }
    box.title = title
    box.step = step
    box.totalSteps = totalSteps
    box.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : []
    const disposables = [
      box,
      listen(done),
      box.onDidTriggerButton(() => done('back')),
      box.onDidHide(() => done(undefined)),
    ]
    box.show()
  })
}
