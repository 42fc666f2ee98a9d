import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { signIn } from "@/api/gen/sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { keep } from "@/api/token.ts";
import { latinDigits } from "@/i18n/format.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { Card, Narrow, PageHead } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import { safeNext } from "./safe-next.ts";

type Factor = "none" | "code" | "recovery";

export function SignInPage() {
	const { t } = useTranslation(["account", "common"]);
	const { next } = useSearch({ from: "/sign-in" });
	const navigate = useNavigate();
	const [login, setLogin] = useState("");
	const [password, setPassword] = useState("");
	const [factor, setFactor] = useState<Factor>("none");
	const [code, setCode] = useState("");
	const action = useAction();

	const enter = async () => {
		const second = {
			none: {},
			code: { otp: latinDigits(code).replace(/\D/g, "") },
			recovery: { recovery_code: code.trim() },
		}[factor];
		try {
			const { data } = await signIn({
				body: { login: latinDigits(login.trim()), password, ...second },
				throwOnError: true,
			});
			keep(data);
			const to = data.me.must_enrol_second_factor ? "/account" : safeNext(next);
			await navigate({ to, replace: true });
		} catch (failure) {
			const asked = isProblem(failure) && failure.code === "second_factor_required";
			if (!asked || factor !== "none") throw failure;
			setFactor("code");
		}
	};
	const other = () => {
		setCode("");
		action.clear();
		setFactor(factor === "code" ? "recovery" : "code");
	};

	return (
		<Narrow>
			<PageHead title={t("signIn.title")} lead={t("signIn.lead")} />
			<Card>
				<Form action={action} onSubmit={() => void action.run(enter)}>
					{factor === "none" ? (
						<>
							<TextField
								label={t("signIn.login")}
								dir="ltr"
								autoComplete="username"
								value={login}
								onChange={setLogin}
								error={action.wrong["/login"]}
								isRequired
							/>
							<TextField
								label={t("common:field.password")}
								type="password"
								dir="ltr"
								autoComplete="current-password"
								value={password}
								onChange={setPassword}
								error={action.wrong["/password"]}
								isRequired
							/>
						</>
					) : (
						<TextField
							key={factor}
							label={t(factor === "code" ? "signIn.code" : "signIn.recovery")}
							hint={t(factor === "code" ? "signIn.codeHint" : "signIn.recoveryHint")}
							dir="ltr"
							inputMode={factor === "code" ? "numeric" : "text"}
							autoComplete="one-time-code"
							value={code}
							onChange={setCode}
							error={action.wrong["/otp"] ?? action.wrong["/recovery_code"]}
							isRequired
							autoFocus
						/>
					)}
					<Actions>
						<Button type="submit" variant="primary" isPending={action.busy}>
							{t("signIn.submit")}
						</Button>
						{factor !== "none" && (
							<Button
								onPress={() => {
									setCode("");
									action.clear();
									setFactor("none");
								}}
							>
								{t("common:action.back")}
							</Button>
						)}
						{factor !== "none" && (
							<Button variant="quiet" onPress={other}>
								{t(factor === "code" ? "signIn.useRecovery" : "signIn.useCode")}
							</Button>
						)}
					</Actions>
					<p>
						<Link to="/password-reset">{t("signIn.forgotten")}</Link>
					</p>
				</Form>
			</Card>
			<p>
				{t("signIn.noAccount")} <Link to="/register">{t("common:nav.register")}</Link>
			</p>
		</Narrow>
	);
}
