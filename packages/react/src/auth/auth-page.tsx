'use client';
import { SignIn, type SignInProps } from './sign-in.tsx';
import { SignUp } from './sign-up.tsx';

/** What `<AuthPage/>` takes. */
export interface AuthPageProps extends SignInProps {
  type: 'sign-in' | 'sign-up';
}

/** `<SignIn/>` or `<SignUp/>`, for one route that has both. */
export function AuthPage({ type, ...props }: AuthPageProps) {
  return type === 'sign-in' ? <SignIn {...props} /> : <SignUp {...props} />;
}
