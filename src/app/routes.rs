//! Every address, and the screen that stands there.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Routes};
use leptos_router::{Lazy, SsrMode, path};

use super::parts;
use crate::console::NotFoundPage;

/// Every address. A page is written whole before it is sent, so that its
/// status and its title are right.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=|| view! { <NotFoundPage/> }>
            <Route path=path!("/ingreso") view={Lazy::<parts::SignIn>::new()} ssr=SsrMode::Async/>
            <ParentRoute path=path!("/app") view={Lazy::<parts::DeviceApp>::new()}>
                <Route path=path!("") view={Lazy::<parts::DeviceHome>::new()}/>
                <Route path=path!("enrolar") view={Lazy::<parts::DeviceEnrol>::new()}/>
                <Route path=path!("solicitud/:confirmation") view={Lazy::<parts::DeviceConfirm>::new()}/>
                <Route path=path!("codigo/:device") view={Lazy::<parts::DeviceCode>::new()}/>
                <Route path=path!("dispositivo/:device") view={Lazy::<parts::DeviceDetails>::new()}/>
            </ParentRoute>
            <Route path=path!("/demo/buzon") view={Lazy::<parts::Mailbox>::new()} ssr=SsrMode::Async/>
            <ParentRoute path=path!("") view={Lazy::<parts::Frame>::new()} ssr=SsrMode::Async>
                // The frame sends everybody from here to where they begin.
                <Route path=path!("/") view=|| () ssr=SsrMode::Async/>
                <Route path=path!("/inicio") view={Lazy::<parts::Home>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/vincular") view={Lazy::<parts::Link>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/perfil") view={Lazy::<parts::Profile>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-virtual") view={Lazy::<parts::Tokens>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-virtual/asignar") view={Lazy::<parts::Assign>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-virtual/varios") view={Lazy::<parts::Several>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-virtual/archivo") view={Lazy::<parts::ListFromFile>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-virtual/detalle/:serial") view={Lazy::<parts::TokenDetail>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-virtual/:action/:serial") view={Lazy::<parts::Change>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-fisico") view={Lazy::<parts::PhysicalTokens>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/token-fisico/importar") view={Lazy::<parts::ImportPhysical>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/aprobaciones") view={Lazy::<parts::Approvals>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/aprobaciones/:operation") view={Lazy::<parts::Approval>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/usuarios") view={Lazy::<parts::Users>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/usuarios/nuevo") view={Lazy::<parts::CreateUser>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/usuarios/importar") view={Lazy::<parts::ImportUsers>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/usuarios/detalle/:user") view={Lazy::<parts::UserDetail>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/usuarios/editar/:user") view={Lazy::<parts::EditUser>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/administracion/bitacora") view={Lazy::<parts::Log>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/operador") view={Lazy::<parts::OperatorHome>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/operador/empresas") view={Lazy::<parts::Companies>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/operador/empresas/nueva") view={Lazy::<parts::CreateCompany>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/operador/empresas/detalle/:company") view={Lazy::<parts::CompanyDetail>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/operador/empresas/editar/:company") view={Lazy::<parts::EditCompany>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/operador/mensajes") view={Lazy::<parts::Messages>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/operador/buscar") view={Lazy::<parts::FindSerial>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/operador/solicitudes") view={Lazy::<parts::TokenRequests>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/operador/empresas/persona/:company") view={Lazy::<parts::CreateCompanyPerson>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/contrasena") view={Lazy::<parts::Password>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/ayuda") view={Lazy::<parts::Help>::new()} ssr=SsrMode::Async/>
                <Route
                    path=path!("/ayuda/creacion-y-configuracion-de-usuarios-secundarios")
                    view={Lazy::<parts::SecondaryUsers>::new()}
                    ssr=SsrMode::Async
                />
                <Route path=path!("/ayuda/asignacion-de-token-a-usuarios") view={Lazy::<parts::Assignment>::new()} ssr=SsrMode::Async/>
                <Route path=path!("/ayuda/enrolamiento-en-la-appmovil") view={Lazy::<parts::Enrolment>::new()} ssr=SsrMode::Async/>
            </ParentRoute>
        </Routes>
    }
    .into_any()
}
