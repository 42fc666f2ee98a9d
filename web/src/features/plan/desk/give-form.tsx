import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventStand, StandCandidate } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { ComboBox } from "@/ui/combo-box.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { useLackWords } from "../words/use-lack-words.ts";
import { useServiceWords } from "../words/use-service-words.ts";
import type { Giving } from "./use-giving.ts";

interface Props {
	giving: Giving;
	candidates: readonly StandCandidate[];
	stands: readonly EventStand[];
	application: string | null;
	onApplication: (id: string | null) => void;
	stand: string | null;
	onStand: (number: string | null) => void;
}

/** Who gets which stand: what dragging does, and more, without a pointer. */
export function GiveForm(props: Props) {
	const { giving, candidates, stands, application, onApplication, stand, onStand } = props;
	const { t } = useTranslation("plan");
	const { text, number } = useFormat();
	const services = useServiceWords();
	const lack = useLackWords();
	const [locked, setLocked] = useState(false);
	const [missing, setMissing] = useState<{ application: boolean; stand: boolean }>();
	const candidate = candidates.find(({ application_id: id }) => id === application);
	const place = stands.find((one) => one.number === stand);
	const holder = place?.holder;
	const exchange = !!holder && holder.application_id !== application;
	// Onto a free stand, or over somebody who has it.
	const [onto, over] = candidate?.stand
		? (["give.move", "give.exchange"] as const)
		: (["give.give", "give.replace"] as const);
	const give = () => {
		setMissing({ application: !candidate, stand: !stand });
		if (!candidate || !stand) return;
		void giving.give(candidate, stand, { locked, exchange }).then((done) => {
			if (!done) return;
			setMissing(undefined);
			setLocked(false);
			onApplication(null);
			onStand(null);
		});
	};
	const standLabel = (one: EventStand) =>
		t("give.stand", {
			name: one.number,
			about: [
				t("squareMetres", { area: number(one.area_cm2 / 10_000) }),
				services(one),
				one.holder ? text(one.holder.association_name) : t("stands.free"),
			]
				.filter(Boolean)
				.join(t("separator")),
		});
	return (
		<Card title={t("give.title")}>
			<Form action={giving} onSubmit={give}>
				<ComboBox
					label={t("give.who")}
					options={candidates.map((one) => ({
						id: one.application_id,
						label: text(one.association_name),
					}))}
					value={application}
					onChange={onApplication}
					error={missing?.application && !candidate ? t("give.noWho") : undefined}
				/>
				<ComboBox
					label={t("give.which")}
					options={stands.map((one) => ({ id: one.number, label: standLabel(one) }))}
					value={stand}
					onChange={onStand}
					error={
						missing?.stand && !stand
							? t("give.noWhich")
							: (giving.wrong["/stand"] ?? giving.wrong["/from"])
					}
				/>
				{candidate?.stand && <p>{t("give.has", { name: candidate.stand })}</p>}
				{candidate && candidate.lacks.length > 0 && (
					<Notice tone="warn" title={t("give.lacks")}>
						<ul>
							{candidate.lacks.map((code) => (
								<li key={code}>{lack(code)}</li>
							))}
						</ul>
					</Notice>
				)}
				{exchange && (
					<Notice tone="info" title={t("give.taken", { name: text(holder.association_name) })}>
						<p>{t(candidate?.stand ? "give.exchanged" : "give.displaced")}</p>
					</Notice>
				)}
				<Checkbox isSelected={locked} onChange={setLocked} hint={t("give.lockHint")}>
					{t("give.lock")}
				</Checkbox>
				<Row>
					<Button type="submit" variant="primary" isPending={giving.busy}>
						{t(exchange ? over : onto)}
					</Button>
					{candidate?.stand && (
						<>
							<Button
								isPending={giving.busy}
								onPress={() => void giving.lock(candidate, !candidate.locked)}
							>
								{t(candidate.locked ? "give.unlockIt" : "give.lockIt")}
							</Button>
							<Button
								variant="danger"
								isPending={giving.busy}
								onPress={() => void giving.free(candidate)}
							>
								{t("give.free")}
							</Button>
						</>
					)}
				</Row>
			</Form>
		</Card>
	);
}
