import type documents from "@/documents/messages.ar.json";
import type account from "@/features/account/messages.ar.json";
import type administration from "@/features/administration/messages.ar.json";
import type applications from "@/features/applications/messages.ar.json";
import type associations from "@/features/associations/messages.ar.json";
import type certificates from "@/features/certificates/messages.ar.json";
import type commission from "@/features/commission/messages.ar.json";
import type coverage from "@/features/coverage/messages.ar.json";
import type directory from "@/features/directory/messages.ar.json";
import type events from "@/features/events/messages.ar.json";
import type gate from "@/features/gate/messages.ar.json";
import type home from "@/features/home/messages.ar.json";
import type imports from "@/features/imports/messages.ar.json";
import type institutions from "@/features/institutions/messages.ar.json";
import type keys from "@/features/keys/messages.ar.json";
import type outcomes from "@/features/outcomes/messages.ar.json";
import type plan from "@/features/plan/messages.ar.json";
import type referenceData from "@/features/reference-data/messages.ar.json";
import type training from "@/features/training/messages.ar.json";
import type verification from "@/features/verification/messages.ar.json";
import type webhooks from "@/features/webhooks/messages.ar.json";
import type workshop from "@/features/workshop/messages.ar.json";
import type common from "@/i18n/common.ar.json";
import type decision from "@/reference/decision.ar.json";
import type operations from "@/reference/operations.ar.json";

// Keys are checked by the compiler against the Arabic catalogues, which are complete first.
declare module "i18next" {
	interface CustomTypeOptions {
		defaultNS: "common";
		returnNull: false;
		resources: {
			common: typeof common;
			account: typeof account;
			administration: typeof administration;
			applications: typeof applications;
			associations: typeof associations;
			commission: typeof commission;
			decision: typeof decision;
			directory: typeof directory;
			documents: typeof documents;
			events: typeof events;
			gate: typeof gate;
			home: typeof home;
			imports: typeof imports;
			institutions: typeof institutions;
			keys: typeof keys;
			plan: typeof plan;
			outcomes: typeof outcomes;
			"reference-data": typeof referenceData;
			operations: typeof operations;
			training: typeof training;
			certificates: typeof certificates;
			coverage: typeof coverage;
			verification: typeof verification;
			webhooks: typeof webhooks;
			workshop: typeof workshop;
		};
	}
}
