import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { publishSelectionSeed } from "@/api/gen/workshop-sdk.gen.ts";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { commissionKey } from "../queries.ts";
import css from "./selection.module.css";

const blank = { seed: "", source: "" };

/** Makes the seed of the lottery known, once and for all. */
export function SeedForm({ event }: { event: string }) {
	const { t } = useTranslation("commission");
	const queryClient = useQueryClient();
	const action = useAction();
	const { value, set, reset } = useKept(`seed:${event}`, () => blank);
	const publish = () =>
		void action.run(async () => {
			await publishSelectionSeed({
				path: { id: event },
				body: { seed: value.seed.trim(), source: value.source.trim() },
				throwOnError: true,
			});
			reset(blank);
			await queryClient.invalidateQueries({ queryKey: commissionKey(event) });
			say(t("seed.saved"));
		});
	return (
		<Form action={action} onSubmit={publish}>
			<p>{t("seed.formLead")}</p>
			<div className={css.pair}>
				<TextField
					label={t("seed.seed")}
					hint={t("seed.seedHint")}
					dir="auto"
					autoComplete="off"
					value={value.seed}
					onChange={(seed) => set({ ...value, seed })}
					error={action.wrong["/seed"]}
					isRequired
				/>
				<TextField
					label={t("seed.source")}
					hint={t("seed.sourceHint")}
					dir="auto"
					autoComplete="off"
					value={value.source}
					onChange={(source) => set({ ...value, source })}
					error={action.wrong["/source"]}
					isRequired
				/>
			</div>
			<div>
				<Button type="submit" variant="primary" isPending={action.busy}>
					{t("seed.publish")}
				</Button>
			</div>
		</Form>
	);
}
