import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Call, Trial, TrialInput } from "@/api/gen/types.gen.ts";
import { trySelection } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Card } from "@/ui/page.tsx";
import { useAction } from "@/ui/use-action.ts";
import { Compared } from "./compared.tsx";
import css from "./selection.module.css";
import { placeOf, toTrial, typedOf } from "./trial-input.ts";
import { useQuotaName } from "./use-quota-name.ts";

/** Other seats, quotas or least score, and what they would change. Nothing is published. */
export function WhatIf({ event, call }: { event: string; call: Call }) {
	const { t } = useTranslation(["commission", "common"]);
	const name = useQuotaName(call);
	const action = useAction();
	const [typed, setTyped] = useState(() => typedOf(call));
	const [sent, setSent] = useState<TrialInput>();
	const [trial, setTrial] = useState<Trial>();
	const run = () => {
		const input = toTrial(call, typed);
		setSent(input);
		void action.run(async () => {
			const { data } = await trySelection({ path: { id: event }, body: input, throwOnError: true });
			setTrial(data);
		});
	};
	const quotas = call.quotas ?? [];
	return (
		<Card title={t("whatIf.title")}>
			<p className="quiet">{t("whatIf.lead")}</p>
			<Form action={action} onSubmit={run}>
				<div className={css.pair}>
					<NumberField
						label={t("whatIf.capacity")}
						hint={t("whatIf.inCall", { number: call.capacity })}
						value={typed.capacity}
						onChange={(capacity) => setTyped({ ...typed, capacity })}
						error={action.wrong["/capacity"]}
					/>
					<NumberField
						label={t("whatIf.leastPoints")}
						note={t("common:state.optional")}
						hint={t("whatIf.leastPointsHint")}
						value={typed.leastPoints}
						onChange={(leastPoints) => setTyped({ ...typed, leastPoints })}
						error={action.wrong["/least_points"]}
					/>
					{quotas.map(({ code, seats }) => (
						<NumberField
							key={code}
							label={t("whatIf.seats", { quota: name(code) })}
							hint={t("whatIf.inCall", { number: seats })}
							value={typed.seats[code] ?? null}
							onChange={(given) => setTyped({ ...typed, seats: { ...typed.seats, [code]: given } })}
							error={action.wrong[`/quotas/${placeOf(sent, code)}/seats`]}
						/>
					))}
				</div>
				<Actions>
					<Button type="submit" isPending={action.busy}>
						{t("whatIf.try")}
					</Button>
					<Button
						variant="quiet"
						onPress={() => {
							setTyped(typedOf(call));
							setTrial(undefined);
							action.clear();
						}}
					>
						{t("whatIf.reset")}
					</Button>
				</Actions>
			</Form>
			{trial && !action.failed && <Compared trial={trial} name={name} />}
		</Card>
	);
}
