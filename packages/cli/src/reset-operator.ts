/**
 * `latchkey operator reset [email]`: lets an operator in again who lost the password, from the host of the installation,
 * whether its server runs or not. It takes the server's own way to the data, since nobody can sign in to the API.
 */
export async function resetOperator(email: string | undefined): Promise<void> {
  const { resetOperatorOnHost, StartError } = await import('@latchkey/server');
  try {
    const answer = await resetOperatorOnHost(process.env, { email: email ?? null });
    if (answer.outcome === 'reset') {
      console.log(describeReset(answer));
    } else if (email === undefined) {
      console.log(describeOperators(answer.operators));
    } else {
      refuse(`No operator signs in with ${email}: "latchkey operator reset" lists those who do.`);
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    refuse(error.message);
  }
}

function describeReset({ email, password }: { email: string; password: string }): string {
  return [
    '',
    `  ${email} has a new password, shown this once:`,
    '',
    `  Password: ${password}`,
    '',
    '  All sessions of this operator have ended, and links to reset the password work no longer.',
    '',
  ].join('\n');
}

function describeOperators(operators: string[]): string {
  if (operators.length === 0) {
    return 'Nobody operates this installation yet: claim it with the code that the server prints when it starts.';
  }
  return [
    '',
    '  These operate the installation:',
    '',
    ...operators.map((email) => `  ${email}`),
    '',
    '  Give one of them a new password with: latchkey operator reset <email>',
    '',
  ].join('\n');
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
