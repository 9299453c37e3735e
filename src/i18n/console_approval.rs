//! Words of *Aprobaciones*: control dual.

use super::messages;

messages! {
    /// The words of *Aprobaciones*.
    pub enum ApprovalMessage {
        /// Title.
        Title { es: "Aprobaciones", en: "Approvals" }
        /// What the page is for.
        Lead { es: "Las solicitudes que necesitan la confirmación de dos administradores.", en: "The requests that two administrators have to confirm." }
        /// While a list is on its way.
        Loading { es: "Cargando las solicitudes…", en: "Loading the requests…" }
        /// Name of the three views.
        Views { es: "Vistas de aprobaciones", en: "Views of approvals" }
        /// View.
        Waiting { es: "Por aprobar", en: "To approve" }
        /// View.
        Mine { es: "Mis solicitudes", en: "My requests" }
        /// View.
        Decided { es: "Decididas", en: "Decided" }
        /// How many wait, beside the view's name.
        WaitingCount { es: "{count} por aprobar", en: "{count} to approve" }

        /// The company has no control dual.
        OffTitle { es: "Su empresa no tiene control dual", en: "Your company does not have dual control" }
        /// What it is.
        OffLead { es: "Con control dual, lo que un administrador solicita y confirma en su AppMovil espera a que otro administrador lo apruebe en la suya. Así nadie asigna, activa o quita un token por su cuenta. Para tenerlo, comuníquese con la línea de atención del banco.", en: "With dual control, what an administrator requests and confirms in their AppMovil waits for another administrator to approve it in theirs. Nobody assigns, activates or takes back a token alone. To have it, contact the bank's support." }
        /// Nobody else could approve.
        NobodyTitle { es: "Nadie más puede aprobar lo que usted solicite", en: "Nobody else can approve what you request" }
        /// What to do.
        NobodyLead { es: "Hace falta otro administrador con un token Activo. Mientras tanto sus solicitudes esperan y vencen a las 24 horas. El banco puede asignarle token a otro administrador.", en: "Another administrator with an Active token is needed. Meanwhile your requests wait and expire after 24 hours. The bank can assign a token to another administrator." }

        /// Nothing waits.
        WaitingEmptyTitle { es: "No hay nada por aprobar", en: "Nothing to approve" }
        /// What to expect.
        WaitingEmptyLead { es: "Cuando otro administrador confirme una solicitud, aparecerá aquí sin recargar la página.", en: "When another administrator confirms a request, it appears here without a reload." }
        /// Nothing was asked for.
        MineEmptyTitle { es: "Usted no ha hecho solicitudes", en: "You have made no requests" }
        /// What to do.
        MineEmptyLead { es: "Asigne o active un token y podrá seguir aquí la solicitud.", en: "Assign or activate a token and you can follow the request here." }
        /// An auditor asks for nothing.
        MineAuditorLead { es: "Su rol es de consulta: no hace solicitudes.", en: "Your role is read-only and makes no requests." }
        /// Nothing was decided.
        DecidedEmptyTitle { es: "Aún no se ha decidido ninguna solicitud", en: "No request has been decided yet" }
        /// What to expect.
        DecidedEmptyLead { es: "Aquí queda quién solicitó, quién aprobó o rechazó, y cuándo.", en: "Who requested, who approved or rejected, and when, is kept here." }

        /// Column.
        What { es: "Solicitud", en: "Request" }
        /// Column, and a fact.
        RequestedBy { es: "Solicitada por", en: "Requested by" }
        /// Column, and a fact.
        RequestedAt { es: "Solicitada", en: "Requested" }
        /// Column, and a fact.
        Expires { es: "Vence", en: "Expires" }
        /// Column.
        State { es: "Estado", en: "State" }
        /// Fact.
        RequestState { es: "Estado de la solicitud", en: "State of the request" }
        /// Fact.
        TokenState { es: "Estado del token", en: "State of the token" }
        /// Column, and a fact.
        SettledAt { es: "Decidida", en: "Decided" }
        /// Column, and a fact.
        Second { es: "Segundo administrador", en: "Second administrator" }
        /// Nobody was.
        NoSecond { es: "Nadie", en: "Nobody" }
        /// Why a row is not the reader's to answer.
        RowOwnToken { es: "Sobre su propio token: la aprueba otro administrador", en: "About your own token: another administrator approves it" }
        /// The next piece of a list.
        Older { es: "Ver las siguientes", en: "See the next ones" }
        /// Back to a list's beginning.
        Beginning { es: "Volver al principio", en: "Back to the beginning" }

        /// State of a request.
        StatePending { es: "Espera su AppMovil", en: "Waits for your AppMovil" }
        /// State of a request.
        StateAwaiting { es: "Espera segunda aprobación", en: "Awaits second approval" }
        /// State of a request.
        StateConfirmed { es: "Aprobada; aplicando", en: "Approved; being applied" }
        /// State of a request.
        StateApplied { es: "Aplicada", en: "Applied" }
        /// State of a request.
        StateRejected { es: "Rechazada", en: "Rejected" }
        /// State of a request.
        StateExpired { es: "Vencida", en: "Expired" }
        /// State of a request.
        StateCancelled { es: "Cancelada", en: "Cancelled" }
        /// State of a request.
        StateSuperseded { es: "El token cambió", en: "The token changed" }

        /// Title of one request.
        DetailTitle { es: "Solicitud por aprobar", en: "Request to approve" }
        /// Title of one that was decided.
        DetailTitleSettled { es: "Solicitud decidida", en: "Decided request" }
        /// Step.
        StepApprove { es: "Aprobar en AppMovil", en: "Approve in AppMovil" }
        /// The list of what will be changed.
        Consequence { es: "Qué pasará si se aprueba", en: "What happens if it is approved" }
        /// What will happen.
        AssignLead { es: "{name} recibirá por correo la invitación para enrolar el token en su AppMovil. El token quedará Asignado.", en: "{name} will be sent an e-mail with the invitation to enrol the token in their AppMovil. The token becomes Assigned." }
        /// What will happen to many.
        AssignManyLead { es: "Cada usuario de la lista recibirá por correo la invitación para enrolar su token. Lo que ya no se pueda hacer se omite y queda explicado.", en: "Each user of the list will be sent an e-mail with the invitation to enrol their token. What can no longer be done is left out and explained." }
        /// What will happen to many.
        ChangeManyLead { es: "Cada usuario de la lista podrá usar su token de inmediato y su token físico, si tiene uno, quedará Inhabilitado. Lo que ya no se pueda hacer se omite y queda explicado.", en: "Each user of the list can use their token at once and their physical token, if any, becomes Disabled. What can no longer be done is left out and explained." }
        /// What will happen.
        ContactLead { es: "Las invitaciones y los avisos de {name} llegarán a los datos nuevos. El token queda como está.", en: "The invitations and notices of {name} will go to the new data. The token stays as it is." }
        /// What is done to the physical token.
        RestoringLead { es: "Su token físico funcionará de nuevo.", en: "Their physical token will work again." }
        /// Button.
        Approve { es: "Aprobar", en: "Approve" }
        /// The same, busy.
        Asking { es: "Enviando a su AppMovil…", en: "Sending to your AppMovil…" }
        /// Button.
        Reject { es: "Rechazar", en: "Reject" }
        /// The same, busy.
        Rejecting { es: "Rechazando…", en: "Rejecting…" }
        /// Question before rejecting.
        RejectTitle { es: "¿Rechaza esta solicitud?", en: "Do you reject this request?" }
        /// What it means.
        RejectLead { es: "No se cambia nada y la solicitud termina. {name} verá que usted la rechazó. No necesita su AppMovil.", en: "Nothing is changed and the request ends. {name} will see that you rejected it. You do not need your AppMovil." }
        /// Answer.
        RejectYes { es: "Sí, rechazar", en: "Yes, reject" }
        /// Answer.
        RejectNo { es: "Volver", en: "Go back" }
        /// What goes on.
        WaitingForYou { es: "Esperando su aprobación en la AppMovil…", en: "Waiting for your approval in the AppMovil…" }
        /// What to do while it waits.
        WaitLead { es: "Abra su AppMovil, compruebe que dice lo mismo y que es una segunda aprobación, y escriba allí este número.", en: "Open your AppMovil, check that it says the same and that it is a second approval, and type this number there." }
        /// The question ran out.
        RanOut { es: "El número anterior ya no sirve", en: "The previous number no longer works" }
        /// What to do.
        RanOutLead { es: "La solicitud sigue esperando. Presione Aprobar para recibir un número nuevo.", en: "The request still waits. Press Approve to get a new number." }
        /// It cannot be approved by the reader.
        WhyNotTitle { es: "Usted no puede aprobar esta solicitud", en: "You cannot approve this request" }
        /// An auditor looks.
        AuditorLead { es: "Su rol es de consulta: la aprueba o rechaza un administrador.", en: "Your role is read-only: an administrator approves or rejects it." }
        /// Result.
        AppliedTitle { es: "La solicitud se aprobó y se aplicó", en: "The request was approved and applied" }
        /// Result.
        ConfirmedTitle { es: "La solicitud se aprobó; se está aplicando", en: "The request was approved; it is being applied" }
        /// Result.
        RejectedTitle { es: "La solicitud se rechazó; no se cambió nada", en: "The request was rejected; nothing was changed" }
        /// Result.
        ExpiredTitle { es: "La solicitud venció sin aprobarse; no se cambió nada", en: "The request expired unapproved; nothing was changed" }
        /// Result.
        CancelledTitle { es: "Quien la hizo canceló la solicitud; no se cambió nada", en: "Whoever made the request cancelled it; nothing was changed" }
        /// Result.
        SupersededTitle { es: "El token cambió mientras la solicitud esperaba; ya no aplica", en: "The token changed while the request waited; it no longer applies" }
        /// Who decided.
        DecidedBy { es: "Decidió {name} como segundo administrador.", en: "{name} decided as the second administrator." }
        /// Back to the lists.
        Back { es: "Volver a Aprobaciones", en: "Back to Approvals" }
    }
}
