import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/auth/auth-heading";
import { localPath } from "@/components/auth/local-path";
import { SignInForm } from "@/components/auth/sign-in-form";
import { isSetUp } from "@/lib/services/is-set-up";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  if (!(await isSetUp())) redirect("/setup");
  const { callbackUrl } = await searchParams;
  return (
    <>
      <AuthHeading title="Sign in">Welcome back. Your endpoints kept listening.</AuthHeading>
      <SignInForm goTo={localPath(callbackUrl)} />
    </>
  );
}
