import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changePassword } from "@/api/gen/sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

export function PasswordCard() {
	const { t } = useTranslation(["account", "common"]);
	const [current, setCurrent] = useState("");
	const [wanted, setWanted] = useState("");
	const action = useAction();
	const save = async () => {
		await changePassword({
			body: { current_password: current, new_password: wanted },
			throwOnError: true,
		});
		setCurrent("");
		setWanted("");
		say(t("password.changed"));
	};
	return (
		<Card title={t("password.title")}>
			<Form action={action} onSubmit={() => void action.run(save)}>
				<TextField
					label={t("password.current")}
					type="password"
					dir="ltr"
					autoComplete="current-password"
					value={current}
					onChange={setCurrent}
					error={action.wrong["/current_password"]}
					isRequired
				/>
				<TextField
					label={t("password.new")}
					hint={t("password.hint")}
					type="password"
					dir="ltr"
					autoComplete="new-password"
					value={wanted}
					onChange={setWanted}
					error={action.wrong["/new_password"]}
					isRequired
				/>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("password.save")}
					</Button>
				</Actions>
			</Form>
		</Card>
	);
}
