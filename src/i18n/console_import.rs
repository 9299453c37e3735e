//! Words of the screens that take a file.

use super::messages;

messages! {
    /// The words of the screens that take a file.
    pub enum ImportMessage {
        /// Title.
        UsersTitle { es: "Importar usuarios", en: "Import users" }
        /// What the page is for.
        UsersLead { es: "Suba un archivo CSV con los usuarios de su empresa. Primero verá, fila por fila, qué pasaría; solo se guarda cuando usted lo acepte, y entonces se guarda todo o nada.", en: "Upload a CSV file with your company's users. You first see, row by row, what would happen; it is only saved once you accept it, and then all of it or nothing." }
        /// Title.
        PhysicalTitle { es: "Importar tokens físicos", en: "Import physical tokens" }
        /// What the page is for.
        PhysicalLead { es: "Suba un archivo CSV que diga quién tiene cada token físico. Si el usuario ya tiene un token virtual activo, el físico queda Inhabilitado desde el principio.", en: "Upload a CSV file that says who holds each physical token. Where the user has an active virtual token already, the physical one is Disabled from the start." }
        /// Title.
        ListTitle { es: "Varios usuarios desde un archivo", en: "Several users from a file" }
        /// What the page is for.
        ListLead { es: "Suba o pegue la lista de los usuarios. Primero verá, uno por uno, qué es posible y qué no.", en: "Upload or paste the list of users. You first see, one by one, what is possible and what is not." }
        /// Link to these pages.
        FromFile { es: "Desde un archivo", en: "From a file" }
        /// Link to these pages.
        AssignFromFile { es: "Asignar desde un archivo", en: "Assign from a file" }
        /// Link to the import of users.
        Import { es: "Importar", en: "Import" }

        /// Step.
        StepFile { es: "Archivo", en: "File" }
        /// Step.
        StepReview { es: "Revisión", en: "Review" }
        /// Step.
        StepResult { es: "Resultado", en: "Result" }

        /// Question.
        WhatToDo { es: "¿Qué quiere hacer con ellos?", en: "What do you want to do with them?" }
        /// Choice.
        DoAssign { es: "Asignarles un token virtual", en: "Assign them a virtual token" }
        /// What the choice means.
        DoAssignLead { es: "Se confirma una sola vez en su AppMovil.", en: "You confirm it once in your AppMovil." }
        /// Choice.
        DoActivate { es: "Activar sus tokens", en: "Activate their tokens" }
        /// What the choice means.
        DoActivateLead { es: "Los que están pendientes de activación. Se confirma una sola vez en su AppMovil.", en: "Those that are pending activation. You confirm it once in your AppMovil." }
        /// Choice.
        DoBlock { es: "Bloquear sus tokens", en: "Block their tokens" }
        /// What the choice means.
        DoBlockLead { es: "Dejan de servir de inmediato, sin confirmación.", en: "They stop working at once, without a confirmation." }

        /// Panel.
        FilePanel { es: "El archivo", en: "The file" }
        /// Field.
        FileField { es: "Archivo CSV", en: "CSV file" }
        /// Hint of the field.
        FileHint { es: "Hasta {rows} filas y {size} kB. Sirve el CSV que guarda Excel.", en: "Up to {rows} rows and {size} kB. The CSV that Excel saves will do." }
        /// The other way.
        PasteSummary { es: "O pegue las filas aquí", en: "Or paste the rows here" }
        /// Field.
        PasteField { es: "Filas", en: "Rows" }
        /// Hint of the field.
        PasteHint { es: "Con los títulos de las columnas en la primera línea, como las copia de una hoja de cálculo.", en: "With the columns' titles in the first line, as you copy them from a spreadsheet." }
        /// Hint of the field, where a list of names will do.
        PasteBareHint { es: "Un usuario por línea; no hacen falta títulos.", en: "One user a line; titles are not needed." }
        /// Button.
        CheckPasted { es: "Revisar lo pegado", en: "Check what was pasted" }
        /// What stands for a file's name.
        Pasted { es: "Filas pegadas", en: "Pasted rows" }
        /// Button.
        Template { es: "Descargar plantilla", en: "Download template" }
        /// The template's file name.
        TemplateFile { es: "plantilla-{kind}.csv", en: "template-{kind}.csv" }
        /// In a file's name.
        FileUsers { es: "usuarios", en: "users" }
        /// In a file's name.
        FilePhysical { es: "tokens-fisicos", en: "physical-tokens" }
        /// In a file's name.
        FileList { es: "lista", en: "list" }
        /// While the server looks.
        Checking { es: "Revisando {name}…", en: "Checking {name}…" }

        /// Panel.
        ColumnsPanel { es: "Las columnas", en: "The columns" }
        /// What it says.
        ColumnsLead { es: "En cualquier orden; los títulos van en la primera fila.", en: "In any order; the titles stand in the first row." }
        /// Column of the table of columns.
        ColumnName { es: "Título", en: "Title" }
        /// Column of the table of columns.
        ColumnMeaning { es: "Qué va en ella", en: "What goes there" }
        /// Column.
        Username { es: "Usuario", en: "User" }
        /// Column.
        FullName { es: "Nombre completo", en: "Full name" }
        /// Column.
        Email { es: "Correo", en: "E-mail" }
        /// Column.
        Mobile { es: "Celular", en: "Mobile" }
        /// Column.
        Role { es: "Rol", en: "Role" }
        /// Column.
        Confirmed { es: "Datos confirmados", en: "Data confirmed" }
        /// Column.
        Serial { es: "Número de serie", en: "Serial number" }
        /// What goes there.
        AboutUsername { es: "Con el que ingresa: de 3 a 40 letras, números, puntos o guiones.", en: "They sign in with it: 3 to 40 letters, digits, dots or hyphens." }
        /// What goes there.
        AboutHolder { es: "Un usuario activo de su empresa.", en: "An active user of your company." }
        /// What goes there.
        AboutListed { es: "Un usuario de su empresa.", en: "A user of your company." }
        /// What goes there.
        AboutFullName { es: "Nombres y apellidos.", en: "Given names and surnames." }
        /// What goes there.
        AboutEmail { es: "Personal y vigente; allí llega la invitación.", en: "Their own and in use; the invitation goes there." }
        /// What goes there.
        AboutMobile { es: "Diez dígitos si es de Colombia; de otro país, con + y su indicativo.", en: "Ten digits for Colombia; of another country, with + and its code." }
        /// What goes there.
        AboutRole { es: "Puede faltar. Solo usuario secundario; los demás los crea el banco.", en: "May be left out. Secondary user only; the bank creates the others." }
        /// What goes there.
        AboutConfirmed { es: "Puede faltar. «Sí» si confirmó correo y celular con la persona; sin confirmarlos no se le puede asignar un token.", en: "May be left out. “Yes” if you checked e-mail and mobile with the person; unless they are confirmed, no token can be assigned." }
        /// What goes there.
        AboutSerial { es: "FEF y siete dígitos, como FEF4900032.", en: "FEF and seven digits, such as FEF4900032." }
        /// What goes there.
        AboutSerialInstead { es: "El del token, en vez del usuario.", en: "The token's, instead of the user." }

        /// Heading of the dry run; nothing is saved yet.
        ReviewTitle { es: "Qué pasaría con {name}", en: "What would happen with {name}" }
        /// What it means.
        ReviewLead { es: "Todavía no se ha guardado nada.", en: "Nothing has been saved yet." }
        /// Counter.
        CountRows { es: "Filas", en: "Rows" }
        /// Counter.
        CountCreated { es: "Usuarios nuevos", en: "New users" }
        /// Counter.
        CountRegistered { es: "Tokens por registrar", en: "Tokens to register" }
        /// Counter.
        CountPossible { es: "Se puede", en: "Possible" }
        /// Counter.
        CountUpdated { es: "Cambian", en: "Change" }
        /// Counter.
        CountUnchanged { es: "Sin cambios", en: "Unchanged" }
        /// Counter.
        CountRefused { es: "Con problemas", en: "With problems" }
        /// The letters may be wrong.
        OldEncodingTitle { es: "Revise las tildes y las eñes", en: "Check the accents" }
        /// Why.
        OldEncodingLead { es: "El archivo no está en UTF-8; lo leímos como lo guarda Excel en Windows. Si ve letras extrañas, guárdelo como «CSV UTF-8» y súbalo de nuevo.", en: "The file is not in UTF-8; we read it as Excel on Windows saves it. If you see strange letters, save it as “CSV UTF-8” and upload it again." }
        /// Columns that are passed over.
        IgnoredColumns { es: "No se usan estas columnas: {names}", en: "These columns are not used: {names}" }
        /// Nothing was written, because it is not what was seen.
        DiffersTitle { es: "Algo cambió desde que usted lo revisó; no se guardó nada", en: "Something changed since you checked it; nothing was saved" }
        /// What to do.
        DiffersLead { es: "Filas distintas: {count}. Están marcadas con «Cambió». Revíselas y decida de nuevo.", en: "Rows that differ: {count}. They are marked “Changed”. Check them and decide again." }
        /// Mark of a row.
        RowDiffers { es: "Cambió", en: "Changed" }

        /// Filter.
        Show { es: "Mostrar", en: "Show" }
        /// Choice of the filter.
        ShowAll { es: "Todas las filas", en: "All rows" }
        /// Choice of the filter.
        ShowRefused { es: "Solo las que tienen problemas", en: "Only those with problems" }
        /// Choice of the filter.
        ShowEffective { es: "Solo las que hacen algo", en: "Only those that do something" }
        /// Button.
        DownloadProblems { es: "Descargar los problemas", en: "Download the problems" }
        /// File name.
        ProblemsFile { es: "problemas.csv", en: "problems.csv" }
        /// No row fits the filter.
        NoRows { es: "No hay ninguna fila así.", en: "There is no such row." }
        /// What the table lists.
        TableCaption { es: "Qué pasaría con cada fila", en: "What would happen with each row" }
        /// Column.
        Line { es: "Línea", en: "Line" }
        /// Column.
        WhatHappens { es: "Qué pasaría", en: "What would happen" }
        /// Column.
        Why { es: "Por qué", en: "Why" }
        /// Which rows are shown.
        Range { es: "Filas {from} a {to} de {total}", en: "Rows {from} to {to} of {total}" }

        /// What would happen with a row.
        PlanCreate { es: "Se crea", en: "Is created" }
        /// What would happen with a row.
        PlanUpdate { es: "Cambia", en: "Changes" }
        /// What would happen with a row.
        PlanUnchanged { es: "Sin cambios", en: "Unchanged" }
        /// What would happen with a row.
        PlanRegister { es: "Se registra", en: "Is registered" }
        /// What would happen with a row.
        PlanDisabled { es: "Se registra inhabilitado", en: "Is registered as disabled" }
        /// Why.
        ReplacedBy { es: "Lo reemplaza el token virtual {serial}", en: "The virtual token {serial} replaces it" }
        /// What would happen with a row.
        PlanAssign { es: "Se asigna", en: "Is assigned" }
        /// What would happen with a row.
        PlanActivate { es: "Se activa", en: "Is activated" }
        /// What would happen with a row.
        PlanBlock { es: "Se bloquea", en: "Is blocked" }
        /// What would happen with a row.
        PlanRefused { es: "No se puede", en: "Not possible" }

        /// A cell that is wrong.
        CellProblem { es: "{column}: {problem}", en: "{column}: {problem}" }
        /// What is wrong with a cell.
        CellMissing { es: "falta", en: "is missing" }
        /// What is wrong with a cell.
        CellTooLong { es: "es demasiado largo", en: "is too long" }
        /// What is wrong with a cell.
        CellMalformed { es: "no tiene la forma correcta", en: "does not have the right form" }
        /// What is wrong with a username.
        UsernameMalformed { es: "de 3 a 40 letras, números, puntos o guiones, sin espacios", en: "3 to 40 letters, digits, dots or hyphens, without spaces" }
        /// What is wrong with an e-mail.
        EmailMalformed { es: "no es una dirección de correo", en: "is not an e-mail address" }
        /// What is wrong with a mobile.
        MobileMalformed { es: "no es un celular; si Excel lo cambió, dé a la columna el formato de texto", en: "is not a mobile; if Excel changed it, give the column the text format" }
        /// What is wrong with a role.
        RoleMalformed { es: "no es un rol conocido; deje la celda vacía", en: "is not a known role; leave the cell empty" }
        /// What is wrong with a role.
        RoleWrong { es: "solo se importan usuarios secundarios", en: "only secondary users are imported" }
        /// What is wrong with a yes or a no.
        ConfirmedMalformed { es: "escriba sí o no", en: "write yes or no" }
        /// What is wrong with a serial.
        SerialMalformed { es: "son las letras FEF y siete dígitos", en: "it is the letters FEF and seven digits" }
        /// What is wrong with a row.
        TooManyCells { es: "Tiene {found} celdas y hay {expected} columnas; puede sobrar un separador", en: "It has {found} cells and there are {expected} columns; a separator may be too many" }
        /// What is wrong with a row.
        LineBreak { es: "Una celda tiene un salto de línea; puede faltar el cierre de unas comillas", en: "A cell has a line break; a closing quotation mark may be missing" }
        /// What is wrong with a row.
        Repeated { es: "Repite lo de la línea {line} ({column})", en: "It repeats line {line} ({column})" }
        /// What is wrong with a row.
        NotSecondary { es: "Es administrador o auditor; sus datos no se cambian con un archivo", en: "They are an administrator or an auditor; their data are not changed by a file" }
        /// What is wrong with a row.
        NoSuchUser { es: "Su empresa no tiene este usuario", en: "Your company has no such user" }
        /// What is wrong with a row.
        NoSuchToken { es: "Su empresa no tiene este token", en: "Your company has no such token" }
        /// What is wrong with a row.
        HoldsNone { es: "El usuario no tiene un token virtual", en: "The user has no virtual token" }
        /// What is wrong with a row.
        NoTokenLeft { es: "No queda un token disponible para esta fila", en: "No token is left for this row" }
        /// What is wrong with a row.
        SerialTaken { es: "Ya hay otro token con este número de serie", en: "There is another token with this serial number" }
        /// What is wrong with a row.
        HoldsPhysical { es: "El usuario ya tiene el token físico {serial}", en: "The user has the physical token {serial} already" }

        /// Box.
        LeaveOut { es: "Dejar por fuera las filas con problemas: {count}", en: "Leave out the rows with problems: {count}" }
        /// What it means.
        LeaveOutHint { es: "Sin esto, corrija el archivo y súbalo de nuevo: se hace todo o nada.", en: "Without this, correct the file and upload it again: it is all or nothing." }
        /// Button.
        AcceptUsers { es: "Aceptar y guardar", en: "Accept and save" }
        /// Button.
        AcceptAssign { es: "Asignar", en: "Assign" }
        /// Button.
        AcceptActivate { es: "Activar", en: "Activate" }
        /// While it is on its way.
        Saving { es: "Guardando…", en: "Saving…" }
        /// Why the button does nothing.
        HasProblems { es: "Hay filas con problemas: corríjalas, o márquelas para dejarlas por fuera", en: "There are rows with problems: correct them, or tick to leave them out" }
        /// Why the button does nothing.
        NothingToDo { es: "Ninguna fila cambiaría nada", en: "No row would change anything" }
        /// Button.
        OtherFile { es: "Elegir otro archivo", en: "Choose another file" }

        /// Result.
        UsersDone { es: "Los usuarios quedaron guardados", en: "The users are saved" }
        /// Result.
        PhysicalDone { es: "Los tokens físicos quedaron registrados", en: "The physical tokens are registered" }
        /// Result.
        DoneUsersLead { es: "Nuevos: {created}. Cambiados: {updated}. Sin cambios: {unchanged}. Dejados por fuera: {refused}.", en: "New: {created}. Changed: {updated}. Unchanged: {unchanged}. Left out: {refused}." }
        /// Result.
        DonePhysicalLead { es: "Registrados: {created}. Sin cambios: {unchanged}. Dejados por fuera: {refused}.", en: "Registered: {created}. Unchanged: {unchanged}. Left out: {refused}." }
        /// Way on.
        SeeUsers { es: "Ver los usuarios", en: "See the users" }
        /// Way on.
        SeePhysical { es: "Ver los tokens físicos", en: "See the physical tokens" }
        /// Way on.
        SeeTokens { es: "Ver los tokens virtuales", en: "See the virtual tokens" }
        /// Way back.
        Leave { es: "Volver sin guardar", en: "Back without saving" }

        /// A file that cannot be read.
        FileEmpty { es: "El archivo está vacío.", en: "The file is empty." }
        /// A file that cannot be read.
        FileOnlyHeadings { es: "El archivo solo tiene los títulos: falta al menos una fila.", en: "The file has titles only: at least one row is missing." }
        /// A file that cannot be read.
        FileTooLarge { es: "El archivo pesa demasiado: puede tener hasta {size} kB. Divídalo en varios.", en: "The file is too large: it may have up to {size} kB. Split it into several." }
        /// A file that cannot be read.
        FileTooManyRows { es: "El archivo tiene {found} filas y puede tener hasta {rows}. Divídalo en varios.", en: "The file has {found} rows and may have up to {rows}. Split it into several." }
        /// A file that cannot be read.
        FileWorkbook { es: "Es un libro de Excel. Ábralo y guárdelo como «CSV UTF-8 (delimitado por comas)».", en: "This is an Excel workbook. Open it and save it as “CSV UTF-8 (comma delimited)”." }
        /// A file that cannot be read.
        FileNotText { es: "No es un archivo de texto. Guarde la hoja de cálculo como CSV y suba ese archivo.", en: "This is not a text file. Save the spreadsheet as CSV and upload that file." }
        /// A file that cannot be read.
        FileMissingColumns { es: "Faltan estas columnas: {missing}. La primera fila dice: {found}.", en: "These columns are missing: {missing}. The first row says: {found}." }
        /// A file that cannot be read.
        FileRepeatedColumn { es: "La columna {column} está dos veces.", en: "The column {column} is there twice." }
        /// A file that cannot be read.
        FileUnreadable { es: "No pudimos abrir el archivo. Si está en uso, ciérrelo e inténtelo de nuevo.", en: "We could not open the file. If it is in use, close it and try again." }
    }
}
